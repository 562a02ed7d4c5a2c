/**
 * `npm run replay-rules`: judges the reviewed applications of the last two years by the rules of this version and lists those that it
 * answers otherwise. For a new version before it is started: run from its folder with the same settings (DATA_DIR or DATABASE_URL). Changes
 * nothing, while the service runs and while it does not. Ends with 1 when an answer would be another.
 */
import { instant } from '@fatong/law/calendar/dates.ts'
import { lawInForce } from '../server/actions/administration/law-in-force.ts'
import { replayRules } from '../server/actions/administration/replay-rules.ts'
import type { Database } from '../server/db/database.ts'
import { openStores } from '../server/db/stores.ts'
import { readInstallation, stopped } from './installation.ts'

async function report(database: Database): Promise<number> {
  const stores = openStores(database),
    clock = { now: () => instant(Date.now()) }
  const { replayed, changed } = await replayRules({ stores, law: lawInForce(stores, clock), clock })
  for (const { number, before, after, why } of changed) console.log(`${number}: ${before} -> ${after}: ${why}`)
  console.log(`${replayed} reviewed applications judged anew, ${changed.length} answered otherwise.`)
  return changed.length === 0 ? 0 : 1
}

process.exitCode = await readInstallation(report).catch(stopped)
