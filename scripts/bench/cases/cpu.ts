import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks are 1/100 s wherever Node runs on Linux. */
const TICK_MS = 10

/** CPU spent so far, ms. Off Linux nothing tells, and the figures are 0. */
export interface Cpu {
  server: number
  database: number
}

/** `ended`: with what children used that have ended since. */
function ticksOf(pid: number, ended: boolean): { parent: number; ticks: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, ticks: user + system + (ended ? endedUser + endedSystem : 0) }
  } catch {
    return { parent: 0, ticks: 0 }
  }
}

export function cpuNow(server: number, postmaster: number): Cpu {
  if (process.platform !== 'linux') return { server: 0, database: 0 }
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ticksOf(Number(name), false))
    .filter(({ parent }) => parent === postmaster)
  const database = ticksOf(postmaster, true).ticks + children.reduce((sum, { ticks }) => sum + ticks, 0)
  return { server: ticksOf(server, false).ticks * TICK_MS, database: database * TICK_MS }
}

export const cpuBetween = (before: Cpu, after: Cpu): Cpu => ({
  server: after.server - before.server,
  database: after.database - before.database,
})
