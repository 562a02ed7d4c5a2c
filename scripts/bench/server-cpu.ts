import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks are 1/100 s wherever Node runs on Linux. */
const TICK_MS = 10

/** CPU spent by a PostgreSQL server and all its processes so far, ms; 0 where /proc does not tell. */
export function serverCpuMs(postmaster: number): number {
  let ticks = 0
  let pids: string[] = []
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return 0
  }
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      if (Number(pid) === postmaster || Number(fields[1]) === postmaster)
        ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // ended meanwhile
    }
  }
  return ticks * TICK_MS
}
