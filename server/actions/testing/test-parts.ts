import { NO_KNOWLEDGE } from '../library/knowledge.ts'
import { EMPTY_LIBRARY } from '../consultation/library.ts'
import { guideShelf } from '../guides/shelf.ts'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { localDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { readSettings } from '../../config.ts'
import { SYSTEM } from '../../db/access.ts'
import { openDatabase } from '../../db/database.ts'
import { withAccess } from '../../db/postgres.ts'
import { place } from '../../db/schema/places.ts'
import { roleAssignment, staff } from '../../db/schema/staff.ts'
import { openStores } from '../../db/stores.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { files } from '../../files/files.ts'
import { personalDataCrypto } from '../../identity/crypto/personal-data.ts'
import { hashPassword } from '../../identity/password/hash.ts'
import { sessions, sessionTimes, type Sessions } from '../../identity/session/sessions.ts'
import { lawInForce } from '../administration/law-in-force.ts'
import type { AnonymousCaller, CitizenCaller, StaffCaller } from '../caller.ts'
import type { Input } from '../input.ts'
import { tables } from '../../outside/tables/tables.ts'
import { sameThread } from '../../network/same-thread.ts'
import type { Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { citizenCaller, staffCaller } from '../session/callers.ts'

export const PASSWORD = 'Lanshan-2026'
/** 09:00 on a Monday in the district */
export const MONDAY_NINE = 1_795_395_600_000 as Instant

export interface TestParts extends Parts {
  /** moves the clock, milliseconds */
  pass(ms: number): void
  texts: { to: string; text: string }[]
  /** sessions as another process of the service sees them */
  elsewhere: Sessions
  places: { district: string; center: string; town: string; otherTown: string; firm: string }
  addStaff(
    login: string,
    roles: { role: Role; placeId: string }[],
    more?: { orgId?: string; mustChange?: boolean },
  ): Promise<string>
  nobody: AnonymousCaller
  close(): Promise<void>
}

/** Real database, files and cryptography; the clock stands still until it is moved, and messages are caught. */
export async function testParts(environment: Record<string, string> = {}): Promise<TestParts> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fatong-actions-'))
  const read = readSettings({ DATA_DIR: dataDir, SECRET_KEY: '07'.repeat(32), ...environment })
  if (!read.ok) throw new Error(read.problem)
  const config = { ...read.settings, secretKey: new Uint8Array(32).fill(7) }
  const own = await testDatabase()
  const database = openDatabase(own.connection, { max: 12 })
  const stores = openStores(database)
  const crypto = personalDataCrypto(config.secretKey)
  let now = MONDAY_NINE
  const clock = { now: () => now }
  const texts: { to: string; text: string }[] = []
  const passwordHash = await hashPassword(PASSWORD, { N: 2 ** 10, r: 8, p: 1 })
  const resolver = () =>
    sessions(stores.sessions, sessionTimes(config), clock.now, (error) => {
      throw error
    })
  const places = {
    district: randomUUID(),
    center: randomUUID(),
    town: randomUUID(),
    otherTown: randomUUID(),
    firm: randomUUID(),
  }
  const silent = { info() {}, warn() {}, error() {} }

  await withAccess(database, SYSTEM, async ({ orm }) => {
    await orm.insert(place).values([
      { id: places.district, code: '620171', name: '兰州新区司法局', kind: 'district' },
      { id: places.center, code: 'center', name: '公共法律服务中心', kind: 'center', parentId: places.district },
      { id: places.town, code: '620171101', name: '中川镇工作站', kind: 'station', parentId: places.center },
      { id: places.otherTown, code: '620171102', name: '秦川镇工作站', kind: 'station', parentId: places.center },
      { id: places.firm, code: 'firm-a', name: '样例律师事务所', kind: 'firm' },
    ])
  })

  return {
    config,
    database,
    stores,
    clock,
    crypto,
    texts,
    places,
    sms: {
      send: async (to, text) => {
        texts.push({ to, text })
        return { ok: true }
      },
    },
    sessions: resolver(),
    elsewhere: resolver(),
    files: files(config, crypto.keys),
    documents: {
      pdf: unused,
      report: unused,
      docx: unused,
      defaultTemplate: unused,
      checkTemplate: unused,
      close: async () => {},
    },
    documentKinds: [{ kind: 'grantDecision', title: '给予法律援助决定书' }],
    law: lawInForce(stores, clock),
    guides: guideShelf([], stores.guides, clock),
    knowledge: NO_KNOWLEDGE,
    consultation: { library: () => EMPTY_LIBRARY },
    network: sameThread(),
    tables: tables(),
    log: silent,
    pass: (ms) => {
      now = (now + ms) as Instant
    },
    nobody: { kind: 'anonymous', ip: '10.0.0.1', userAgent: 'test' },
    async addStaff(login, roles, { orgId, mustChange = false } = {}) {
      const id = randomUUID()
      await withAccess(database, SYSTEM, async ({ orm }) => {
        await orm.insert(staff).values({
          id,
          login,
          name: `${login}（样例）`,
          passwordHash,
          passwordChangedAt: mustChange ? null : now,
          orgId: orgId ?? places.center,
          createdAt: now,
        })
        if (roles.length > 0)
          await orm.insert(roleAssignment).values(
            roles.map((one) => ({
              id: randomUUID(),
              staffId: id,
              ...one,
              validFrom: localDate('2020-01-01'),
              grantedBy: 'test',
            })),
          )
      })
      return id
    },
    async close() {
      await database.close()
      await own.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const unused = (): never => {
  throw new Error('no documents in this test')
}

export const input = <P, Q, B>(given: Partial<Input<P, Q, B>>): Input<P, Q, B> => ({
  params: {} as P,
  query: {} as Q,
  body: {} as B,
  ...given,
})

/** The token of the cookie an action set. */
export function tokenOf(outcome: Outcome<unknown>): string {
  const value = outcome.ok ? outcome.cookies?.[0]?.value : undefined
  if (!value) throw new Error(`no cookie was set: ${JSON.stringify(outcome)}`)
  return value
}

export const asStaff = async (parts: TestParts, token: string): Promise<StaffCaller> => {
  const caller = await staffCaller(parts, token, parts.nobody)
  if (!caller) throw new Error('the session does not hold')
  return caller
}
export const asCitizen = async (parts: TestParts, token: string): Promise<CitizenCaller> => {
  const caller = await citizenCaller(parts, token, parts.nobody)
  if (!caller) throw new Error('the session does not hold')
  return caller
}
