import { startEmbedded } from '../launcher.ts'
import { StartProblem } from '../start-problem.ts'

// A service reduced to its database, to be killed by tests: prints one JSON line when ready, then waits.
const [dataDir = '', useWatchdog] = process.argv.slice(2)
try {
  const { pid, url, watchdogPid } = await startEmbedded({
    dataDir,
    log: () => undefined,
    useWatchdog: useWatchdog === 'watchdog',
  })
  console.log(JSON.stringify({ pid, url, watchdogPid: watchdogPid() }))
  setInterval(() => undefined, 60_000)
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  console.log(JSON.stringify({ problem: error.message }))
}
