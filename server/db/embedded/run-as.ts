import { spawnSync } from 'node:child_process'
import { StartProblem } from './start-problem.ts'
import type { Account } from './account.ts'

/** How to run a program of PostgreSQL: as whom, and tied to our life or not. */
export interface RunAs {
  own: Account
  account: Account
  /** True when a folder on the way to the data is closed to the account: it then needs the right to pass through. */
  passThrough: boolean
  /** Whether the program shall be told to stop when we die. Only possible where setpriv can do it. */
  dieWithUs: boolean
}

export interface Invocation {
  command: string
  args: string[]
  /** For child_process: used where setpriv is not. */
  identity: { uid?: number; gid?: number }
}

const passThroughRight = ['--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search']

const works = (args: string[]) => process.platform === 'linux' && spawnSync('setpriv', [...args, 'true']).status === 0

/** Whether `setpriv` here can tell a child to stop when its parent dies (util-linux can, busybox cannot). */
export const canDieWithUs = (): boolean => works(['--pdeathsig', 'INT'])

/** The command line that runs `program` as wanted. Throws StartProblem when the system cannot do it. */
export function invocation(program: string, args: string[], how: RunAs): Invocation {
  const drops = how.account.uid !== how.own.uid
  const prefix: string[] = []
  if (how.passThrough) {
    const change = [...identityArguments(how.account), ...passThroughRight]
    if (!works(change)) {
      throw new StartProblem(
        `The account ${how.account.name}, as which the database runs, cannot enter the data folder; set DATA_DIR to a folder outside root's home, such as /var/lib/fatong.`,
      )
    }
    prefix.push(...change)
  }
  if (how.dieWithUs) {
    if (drops && !how.passThrough) prefix.push(...identityArguments(how.account))
    // SIGINT is PostgreSQL's fast and orderly stop.
    prefix.push('--pdeathsig', 'INT')
  }
  if (prefix.length > 0) return { command: 'setpriv', args: [...prefix, program, ...args], identity: {} }
  return { command: program, args, identity: drops ? { uid: how.account.uid, gid: how.account.gid } : {} }
}

const identityArguments = (account: Account) => [
  '--reuid',
  String(account.uid),
  '--regid',
  String(account.gid),
  '--clear-groups',
]
