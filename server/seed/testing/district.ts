import { guideShelf } from '../../actions/guides/shelf.ts'
import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { lawInForce } from '../../actions/administration/law-in-force.ts'
import type { CitizenCaller } from '../../actions/caller.ts'
import type { Parts } from '../../actions/parts.ts'
import { MONDAY_NINE, testParts, type TestParts } from '../../actions/testing/test-parts.ts'
import { SYSTEM } from '../../db/access.ts'
import { openDatabase } from '../../db/database.ts'
import type { CaseLine } from '../../db/stores/cases.ts'
import { openStores } from '../../db/stores.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { castOf, type Cast } from '../cast.ts'
import { loadSampleDistrict } from '../sample.ts'

/** The sample district in a database of its own; half past three on a Monday, so that the day's cases lie behind. */
export interface TestDistrict {
  parts: Parts
  cast: Cast
  connection: { connectionString: string }
  dataDir: string
  /** what was said while loading */
  said: string[]
  nobody: TestParts['nobody']
  /** the case of a sample applicant */
  caseOf(name: string): Promise<CaseLine>
  /** the sample applicant, signed in */
  applicant(name: string): Promise<CitizenCaller>
  close(): Promise<void>
}
export const HALF_PAST_THREE = (MONDAY_NINE + 6.5 * 3_600_000) as Instant

export async function testDistrict(now: Instant = HALF_PAST_THREE): Promise<TestDistrict> {
  const base = await testParts()
  const own = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'fatong-sample-'))
  const database = openDatabase(own.connection, { max: 8 })
  const stores = openStores(database)
  const clock = { now: () => now }
  const parts: Parts = {
    ...base,
    config: { ...base.config, dataDir },
    database,
    stores,
    clock,
    law: lawInForce(stores, clock),
    guides: guideShelf([], stores.guides, clock),
  }
  const said: string[] = []
  await loadSampleDistrict(parts, (line) => said.push(line))
  const caseOf = async (name: string): Promise<CaseLine> => {
    const {
      items: [line],
    } = await stores.cases.search(SYSTEM, { name })
    if (!line) throw new Error(`no sample case of ${name}`)
    return line
  }
  return {
    parts,
    cast: await castOf(parts),
    connection: own.connection,
    dataDir,
    said,
    nobody: base.nobody,
    caseOf,
    async applicant(name) {
      const found = await stores.cases.load(SYSTEM, (await caseOf(name)).id)
      const { form } = found?.state as { form: { applicant: { personId: string } } }
      return {
        kind: 'citizen',
        personId: form.applicant.personId,
        name,
        sessionId: 'test',
        ip: '10.0.0.1',
        userAgent: 'test',
      }
    },
    async close() {
      await database.close()
      await own.drop()
      await base.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
