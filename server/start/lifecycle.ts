import { isShell, parentOf } from '../db/embedded/processes.ts'
import { StartProblem } from '../db/embedded/start-problem.ts'

/** Why the service has to stop, apart from a failure. */
type StopReason = 'asked' | 'alone' | 'databaseGone'

const words: Record<StopReason, string> = {
  asked: 'Stopping ...',
  alone: 'The npm that started this service is gone. Stopping ...',
  databaseGone: 'The database server has ended unexpectedly, so the service stops; "npm start" starts both again.',
}

const lookForParentMs = 300
/** Ctrl-C reaches us from the terminal and once more from npm, which passes it on; only a later one means impatience. */
const sameRequestMs = 1_000

/** What has been opened in this process, and how it ends. */
export interface Lifecycle {
  /** Something to close at the end; what was opened last is closed first. */
  opened(close: () => Promise<unknown>): void
  /** To be told when the database server ends. */
  dependsOn(databaseEnded: Promise<void>): void
  /** Shows the error (one line, if it is for the operator to mend), closes everything and ends the process with 1. */
  fail(error: unknown): Promise<void>
}

/**
 * Ends the process in order, once: when somebody asks (Ctrl-C, kill, a closed terminal), when the database is gone, or
 * when the `npm start` we run under has died; without it nobody would be left to stop us, and the next `npm start` would
 * find the port taken. Asking a second time ends it without order.
 */
export function lifecycle(): Lifecycle {
  const closers: (() => Promise<unknown>)[] = []
  let ending = false
  let askedAt = 0
  const end = async (code: number, tell: () => void) => {
    if (ending) return
    ending = true
    tell()
    for (const close of closers.reverse()) await close().catch((error: unknown) => console.error(error))
    process.exit(code)
  }
  const stop = (reason: StopReason) => end(reason === 'databaseGone' ? 1 : 0, () => console.log(words[reason]))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      const now = performance.now()
      if (!ending) {
        askedAt = now
        void stop('asked')
      } else if (now - askedAt > sameRequestMs) process.exit(1)
    })
  }
  watchParent(() => void stop('alone'))
  return {
    opened: (close) => void closers.push(close),
    dependsOn: (databaseEnded) => void databaseEnded.then(() => stop('databaseGone')),
    fail: (error) => end(1, () => console.error(error instanceof StartProblem ? error.message : error)),
  }
}

function watchParent(gone: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  // npm runs scripts in a shell, and some shells stay between npm and us.
  const above = isShell(parent) ? parentOf(parent) : undefined
  const looking = setInterval(() => {
    if (process.ppid === parent && (above === undefined || parentOf(parent) === above)) return
    clearInterval(looking)
    gone()
  }, lookForParentMs)
  looking.unref()
}
