import * as contract from '@fatong/contract/desk/cases.ts'
import {
  COMMAND_ROUTES,
  DESK_COMMANDS,
  previewDocument as previewRoute,
  registerNotification as registerRoute,
  type DeskCommand,
} from '@fatong/contract/desk/commands.ts'
import * as notices from '@fatong/contract/desk/notices.ts'
import type { Route } from '@fatong/contract/route.ts'
import { deskCommand } from '../../actions/casework/desk-command.ts'
import { registerNotification } from '../../actions/casework/register-notification.ts'
import { listCandidates } from '../../actions/desk/list-candidates.ts'
import { listQueue, nextCase } from '../../actions/desk/list-queue.ts'
import { readNotice, staffNotices, unreadNotices } from '../../actions/desk/notices.ts'
import { readBoard } from '../../actions/desk/read-board.ts'
import { readCasePage } from '../../actions/desk/read-case.ts'
import { seeMessages } from '../../actions/desk/see-messages.ts'
import { searchCases } from '../../actions/desk/search-cases.ts'
import { openCaseDocument } from '../../actions/documents/open-document.ts'
import { openFilePaper } from '../../actions/documents/open-file-paper.ts'
import { previewDocument } from '../../actions/documents/preview-document.ts'
import { openCaseMaterial, uploadCaseMaterial } from '../../actions/files/desk-case-files.ts'
import { revealPerson } from '../../actions/privacy/reveal-person.ts'
import { bind, bindUpload, type Bound } from '../register.ts'

const commandRoute = (command: DeskCommand): Bound => ({
  route: COMMAND_ROUTES[command] as Route,
  action: deskCommand(command) as Bound['action'],
})

export const deskRoutes = [
  bind(contract.queue, listQueue),
  bind(contract.nextCase, nextCase),
  bind(contract.search, searchCases),
  bind(contract.readCasePage, readCasePage),
  bind(contract.seeMessages, seeMessages),
  bind(contract.candidates, listCandidates),
  bind(contract.board, readBoard),
  bind(contract.revealPerson, revealPerson),
  bind(contract.openCaseMaterial, openCaseMaterial),
  bindUpload(contract.uploadCaseMaterial, uploadCaseMaterial),
  bind(contract.openCaseDocument, openCaseDocument),
  bind(contract.openFilePaper, openFilePaper),
  bind(notices.staffNotices, staffNotices),
  bind(notices.unreadNotices, unreadNotices),
  bind(notices.readNotice, readNotice),
  bind(previewRoute, previewDocument),
  bind(registerRoute, registerNotification),
  ...DESK_COMMANDS.map(commandRoute),
]
