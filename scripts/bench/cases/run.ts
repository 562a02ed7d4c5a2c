import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuBetween, cpuNow } from './cpu.ts'
import { prepareDrafts } from './drafts.ts'
import type { Figures } from './figures.ts'
import { killRounds } from './kill-rounds.ts'
import { Load } from './load.ts'
import type { LoadOrder } from './load-process.ts'
import { addLawyers, loadManyCases } from './many-cases.ts'
import { leaveAfterEachStep } from './patterns.ts'
import { signInCitizens, signInStaff, type People } from './people.ts'
import { rawCommits } from './raw-commits.ts'
import { readingTimes } from './reading.ts'
import { Service } from './service.ts'
import { mean, quantile } from './statistics.ts'

const CALLERS = 16

export interface Size {
  citizens: number
  lawyers: number
  warmUpFlows: number
  flows: number
  rawSeconds: number
  load: number
  readRounds: number
  kills: number
  draftsPerKill: number
}
export const FULL: Size = {
  citizens: 300,
  lawyers: 400,
  warmUpFlows: 1500,
  flows: 4000,
  rawSeconds: 4,
  load: 200_000,
  readRounds: 60,
  kills: 30,
  draftsPerKill: 500,
}
export const QUICK: Size = {
  citizens: 32,
  lawyers: 100,
  warmUpFlows: 100,
  flows: 250,
  rawSeconds: 1,
  load: 4_000,
  readRounds: 6,
  kills: 2,
  draftsPerKill: 120,
}

/** Everything the bench of casework measures, on a database of its own that is removed afterwards. */
export async function measureCases(
  size: Size,
  tell: (line: string) => void,
  profile: readonly string[] = [],
): Promise<Figures> {
  const begun = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'fatong-bench-'))
  const service = new Service(folder, profile)
  const load = new Load()
  try {
    tell('starting the service with the sample district')
    await service.start()
    const staff = await signInStaff(service)
    const people: People = { ...staff, citizens: await signInCitizens(service, staff.clerk, 0, size.citizens) }
    const lawyers = await addLawyers(service.connection, size.lawyers)
    const order: Omit<LoadOrder, 'drafts'> = { port: service.port, callers: CALLERS, staff, lawyers }
    const flows = async (count: number) => {
      const drafts = await prepareDrafts(service.port, people.citizens, count)
      const before = cpuNow(service.pid, service.postmaster)
      const report = await load.run({ ...order, drafts })
      return {
        ...report,
        perSecond: report.times.length / (report.elapsedMs / 1000),
        cpu: cpuBetween(before, cpuNow(service.pid, service.postmaster)),
      }
    }
    tell('warming up')
    await flows(size.warmUpFlows)
    tell('raw commits, the flow, raw commits')
    const rawBefore = await rawCommits(service.connection, CALLERS, size.rawSeconds)
    const flow = await flows(size.flows)
    const rawAfter = await rawCommits(service.connection, CALLERS, size.rawSeconds)
    const commands = flow.times.length
    tell(
      `${Math.round(flow.perSecond)} commands/s, raw ${Math.round(rawBefore.perSecond)} and ${Math.round(rawAfter.perSecond)}; p50 by step: ${Object.entries(
        flow.timesByStep,
      )
        .map(([step, ms]) => `${step} ${quantile(ms, 0.5).toFixed(1)}`)
        .join(', ')}`,
    )

    tell(`loading ${size.load} cases`)
    await loadManyCases(service.connection, await leaveAfterEachStep(service, people, lawyers), size.load)
    tell('the flow again, and the lists of the desk')
    await flows(Math.ceil(size.warmUpFlows / 5))
    const loaded = await flows(size.flows)
    const reading = await readingTimes(service, people, size.readRounds)

    const killed = await killRounds(service, load, people, order, size.kills, size.draftsPerKill, tell)
    const raw = {
      perSecond: mean([rawBefore.perSecond, rawAfter.perSecond]),
      p50: mean([rawBefore.p50, rawAfter.p50]),
      p99: mean([rawBefore.p99, rawAfter.p99]),
    }
    const p99 = quantile(flow.times, 0.99)
    return {
      rawCommitsPerSecond: raw.perSecond,
      rawP50Ms: raw.p50,
      rawP99Ms: raw.p99,
      commandsPerSecond: flow.perSecond,
      commandP50Ms: quantile(flow.times, 0.5),
      commandP99Ms: p99,
      ratio: flow.perSecond / raw.perSecond,
      p99Ratio: p99 / raw.p99,
      cpuMsPerCommand: (flow.cpu.server + flow.cpu.database) / commands,
      cpuMsPerCommandServer: flow.cpu.server / commands,
      cpuMsPerCommandDatabase: flow.cpu.database / commands,
      cpuMsPerCommandCallers: flow.cpuMs / commands,
      casesLoaded: size.load,
      commandsPerSecondLoaded: loaded.perSecond,
      ratioAt200k: loaded.perSecond / flow.perSecond,
      ...reading,
      ...killed,
      seconds: (performance.now() - begun) / 1000,
    }
  } finally {
    load.stop()
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
