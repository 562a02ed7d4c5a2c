import { actions } from './actions.ts'
import { admin } from './admin.ts'
import { assignments } from './assignments.ts'
import { board } from './board.ts'
import { casePage } from './case-page.ts'
import { circle } from './circle.ts'
import { clocks } from './clocks.ts'
import { commands } from './commands.ts'
import { forms } from './forms.ts'
import { guides } from './guides.ts'
import { library } from './library.ts'
import { network } from './network.ts'
import { notices } from './notices.ts'
import { notification } from './notification.ts'
import { parameters } from './parameters.ts'
import { people } from './people.ts'
import { quality } from './quality.ts'
import { questions } from './questions.ts'
import { queue } from './queue.ts'
import { service } from './service.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { team } from './team.ts'
import { viewer } from './viewer.ts'

/** Every text of the desk in Simplified Chinese. */
export const zhCN = {
  actions,
  admin,
  assignments,
  board,
  casePage,
  circle,
  clocks,
  commands,
  forms,
  guides,
  library,
  network,
  notices,
  notification,
  parameters,
  people,
  quality,
  questions,
  queue,
  service,
  session,
  shell,
  team,
  viewer,
}
