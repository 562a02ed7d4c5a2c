import { setTimeout as pause } from 'node:timers/promises'
import { verifyHistory } from '../../../server/db/verify-history.ts'
import { prepareDrafts } from './drafts.ts'
import type { Acknowledged } from './flow.ts'
import type { Load } from './load.ts'
import type { LoadOrder } from './load-process.ts'
import type { People } from './people.ts'
import { lostOf, numberGaps } from './proofs.ts'
import type { Service } from './service.ts'

export interface KillFigures {
  killRounds: number
  acknowledged: number
  lost: number
  historyBroken: number
  numberGaps: number
}

/** Between these moments after the callers began, ms. Before the first, little is under way. */
const EARLIEST = 100
const LATEST = 1500

/**
 * Kills the service under load and starts it again, `rounds` times; every third time the database dies with it. Whatever
 * was acknowledged must then be there.
 */
export async function killRounds(
  service: Service,
  load: Load,
  people: People,
  order: Omit<LoadOrder, 'drafts'>,
  rounds: number,
  draftsEach: number,
  tell: (line: string) => void,
): Promise<KillFigures> {
  const acknowledged: Acknowledged[] = []
  for (let round = 1; round <= rounds; round++) {
    const drafts = await prepareDrafts(service.port, people.citizens, draftsEach)
    const { report } = await load.begin({ ...order, drafts })
    await pause(EARLIEST + Math.random() * (LATEST - EARLIEST))
    await service.kill(round % 3 === 0)
    const said = await report
    acknowledged.push(...said.acknowledged)
    await service.start()
    tell(`kill ${round} of ${rounds}: ${said.acknowledged.length} acknowledged, ${said.stopped.length} callers cut off`)
  }
  const lost = await lostOf(service.connection, acknowledged)
  const { broken } = await verifyHistory(service.connection)
  return {
    killRounds: rounds,
    acknowledged: acknowledged.length,
    lost: lost.length,
    historyBroken: broken.length,
    numberGaps: await numberGaps(service.connection),
  }
}
