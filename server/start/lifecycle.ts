import { StartProblem } from '../db/embedded/start-problem.ts'

/** Why the service has to stop, apart from a failure. */
type StopReason = 'asked' | 'alone' | 'databaseGone'

const words: Record<StopReason, string> = {
  asked: 'Stopping ...',
  alone: 'The npm that started this service is gone. Stopping ...',
  databaseGone: 'The database server has ended unexpectedly, so the service stops; "npm start" starts both again.',
}

const lookForParentMs = 300

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
 * find the port taken. A second request does not wait any longer.
 */
export function lifecycle(): Lifecycle {
  const closers: (() => Promise<unknown>)[] = []
  let ending = false
  const end = async (code: number, tell: () => void) => {
    if (ending) return
    ending = true
    tell()
    for (const close of closers.reverse()) await close().catch((error: unknown) => console.error(error))
    process.exit(code)
  }
  const stop = (reason: StopReason) => end(reason === 'databaseGone' ? 1 : 0, () => console.log(words[reason]))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => (ending ? process.exit(1) : void stop('asked')))
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
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    gone()
  }, lookForParentMs)
  looking.unref()
}
