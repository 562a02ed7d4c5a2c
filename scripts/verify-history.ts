/**
 * `npm run verify-history`: recomputes the hash chain of every case and reports the first break of each.
 * Works while the service runs and while it does not. Ends with 1 when a history was changed.
 */
import type pg from 'pg'
import { verifyHistory } from '../server/db/verify-history.ts'
import type { Broken } from '../server/db/verify-history.ts'
import { stopped, visitInstallation } from './installation.ts'

const WHY: Record<Broken['why'], string> = {
  hash: 'the event does not fit its own hash: it was changed',
  link: 'the event is not chained to the one before it: one before it was changed or removed',
  gap: 'an event before this one is missing',
  head: 'the case does not end with this event: events were removed from, or added to, the end',
  noCase: 'the events have no case',
  noHistory: 'the case has no events',
}

async function report(connection: pg.ClientConfig): Promise<number> {
  const { cases, events, broken } = await verifyHistory(connection)
  for (const { caseId, number, version, why } of broken)
    console.log(`${number ?? caseId}, event ${version}: ${WHY[why]}`)
  console.log(
    broken.length === 0
      ? `${cases} cases, ${events} events: every history is as it was written.`
      : `${broken.length} of ${cases} histories were changed.`,
  )
  return broken.length === 0 ? 0 : 1
}

process.exitCode = await visitInstallation(report).catch(stopped)
