import type { KillFigures } from './kill-rounds.ts'
import type { ReadingTimes } from './reading.ts'

/** What one run measured; see docs/bench.md. Times in ms. */
export interface Figures extends KillFigures, ReadingTimes {
  rawCommitsPerSecond: number
  rawP50Ms: number
  rawP99Ms: number
  commandsPerSecond: number
  commandP50Ms: number
  commandP99Ms: number
  ratio: number
  p99Ratio: number
  cpuMsPerCommand: number
  cpuMsPerCommandServer: number
  cpuMsPerCommandDatabase: number
  /** of the callers themselves, which share the machine */
  cpuMsPerCommandCallers: number
  casesLoaded: number
  commandsPerSecondLoaded: number
  ratioAt200k: number
  seconds: number
}

interface Line {
  what: string
  value: string
  target?: string
  met?: boolean
}
const atLeast = (what: string, value: number, target: number, digits = 2): Line => ({
  what,
  value: value.toFixed(digits),
  target: `>= ${target}`,
  met: value >= target,
})
const atMost = (what: string, value: number, target: number, digits = 1): Line => ({
  what,
  value: value.toFixed(digits),
  target: `<= ${target}`,
  met: value <= target,
})
const plain = (what: string, value: number, digits = 2): Line => ({ what, value: value.toFixed(digits) })

export function table(f: Figures): string {
  const lines: Line[] = [
    plain('raw single-row commits a second', f.rawCommitsPerSecond, 0),
    plain('  p50 / p99, ms', f.rawP50Ms),
    plain('', f.rawP99Ms),
    plain('commands a second over HTTP', f.commandsPerSecond, 0),
    plain('  p50 / p99, ms', f.commandP50Ms),
    plain('', f.commandP99Ms),
    atLeast('ratio to raw commits', f.ratio, 0.35),
    atMost('p99 to p99 of raw commits', f.p99Ratio, 10),
    plain('CPU ms a command: server', f.cpuMsPerCommandServer, 3),
    plain('CPU ms a command: database', f.cpuMsPerCommandDatabase, 3),
    plain('CPU ms a command: the callers', f.cpuMsPerCommandCallers, 3),
    plain('cases loaded', f.casesLoaded, 0),
    plain('commands a second then', f.commandsPerSecondLoaded, 0),
    atLeast('  as part of before', f.ratioAt200k, 0.8),
    atMost('queue p95, ms', f.queueP95Ms, 100),
    atMost('search p95, ms', f.searchP95Ms, 100),
    atMost('board p95, ms', f.boardP95Ms, 100),
    plain('kill -9 under load, rounds', f.killRounds, 0),
    plain('  commands acknowledged', f.acknowledged, 0),
    atMost('  of them lost', f.lost, 0, 0),
    atMost('  histories broken', f.historyBroken, 0, 0),
    atMost('  gaps and repeats of numbers', f.numberGaps, 0, 0),
    plain('whole run, s', f.seconds, 0),
  ]
  return lines
    .map(({ what, value, target, met }) =>
      `${what.padEnd(36)} ${value.padStart(9)}  ${target ? `${target.padEnd(8)} ${met ? 'met' : 'NOT met'}` : ''}`.trimEnd(),
    )
    .join('\n')
}
