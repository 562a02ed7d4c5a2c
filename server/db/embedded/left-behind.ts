import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresProcessesOn, runsPostgresOn, signal } from './processes.ts'
import { StartProblem } from './start-problem.ts'

/** What PostgreSQL writes about itself into its cluster folder. */
export interface PostmasterFile {
  pid: number
  socketFolder: string
  ready: boolean
}

/** Reads `postmaster.pid`; undefined when there is none or a crash left it half written. */
export function readPostmasterFile(clusterFolder: string): PostmasterFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0
    ? { pid, socketFolder: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' }
    : undefined
}

/** Asked ever more firmly: orderly stop, stop at once, kill. The last two cost a replay of the log, never data. */
const requests: readonly { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 15_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
]

/**
 * Clears what a killed service left in the cluster folder. To be called by the folder's owner only: then a database
 * server that still works there is an orphan, and is stopped. A `postmaster.pid` that names a dead or an unrelated
 * process is removed, for PostgreSQL itself would take a stranger with that number for its predecessor.
 */
export async function clearLeftBehind(clusterFolder: string, log: (line: string) => void): Promise<void> {
  const living = () => {
    const pid = readPostmasterFile(clusterFolder)?.pid
    const postmaster = pid !== undefined && runsPostgresOn(pid, clusterFolder) ? [pid] : []
    return [...new Set([...postmaster, ...postgresProcessesOn(clusterFolder)])]
  }
  for (const request of requests) {
    const orphans = living()
    if (orphans.length === 0) break
    log(`stopping the database server that an earlier run left behind (process ${orphans[0]})`)
    // A postmaster passes the request on; children without one each need their own.
    for (const pid of request.signal === 'SIGINT' ? orphans.slice(0, 1) : orphans) signal(pid, request.signal)
    const until = performance.now() + request.waitMs
    while (living().length > 0 && performance.now() < until) await pause(20)
  }
  if (living().length > 0)
    throw new StartProblem(`A database server of an earlier run does not stop (process ${living()[0]}).`)
  rmSync(join(clusterFolder, 'postmaster.pid'), { force: true })
}
