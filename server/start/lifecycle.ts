/** Why the service has to stop. */
export type StopReason = 'asked' | 'alone' | 'databaseGone'

const words: Record<StopReason, string> = {
  asked: 'Stopping ...',
  alone: 'The npm that started this service is gone. Stopping ...',
  databaseGone: 'The database server has ended unexpectedly, so the service stops; "npm start" starts both again.',
}

const lookForParentMs = 300

/**
 * Takes down what `close` lists, last opened first, once, when somebody asks (Ctrl-C, kill, a closed terminal), when the
 * database is gone, or when the `npm start` we run under has died: without it nobody would be left to stop us, and the
 * next `npm start` would find the port taken. A second request does not wait any longer.
 */
export function stopWhenTold(databaseGone: Promise<void>, close: () => Promise<void>): void {
  let stopping = false
  const stop = async (reason: StopReason) => {
    if (stopping) return
    stopping = true
    console.log(words[reason])
    await close().catch((error: unknown) => console.error(error))
    process.exit(reason === 'databaseGone' ? 1 : 0)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => (stopping ? process.exit(1) : void stop('asked')))
  }
  void databaseGone.then(() => stop('databaseGone'))
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void stop('alone')
  }, lookForParentMs).unref()
}
