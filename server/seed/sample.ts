import { randomUUID } from 'node:crypto'
import { ROLES, type Role } from '@fatong/casework/vocabulary.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { localDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { OFFICE_SETTING } from '../actions/administration/office-setting.ts'
import { CASEWORK_SETTING } from '../actions/administration/settings.ts'
import { DUTY_SETTING } from '../actions/consultation/tickets/duty.ts'
import type { Parts } from '../actions/parts.ts'
import { SYSTEM } from '../db/access.ts'
import { withAccess } from '../db/postgres.ts'
import type { AuditEntry } from '../db/rows.ts'
import { rosterLine, teamMember, village } from '../db/schema/network.ts'
import { place } from '../db/schema/places.ts'
import { roleAssignment, staff } from '../db/schema/staff.ts'
import { sampleCredentials, writeSampleAccounts, type SampleCredentials } from '../identity/sample/accounts.ts'
import { SECOND_FACTOR_ROLES } from '../identity/totp/roles.ts'
import { samplePhone } from './applicants.ts'
import { sampleTeam, sampleVillages } from './network.ts'
import { samplePlaces, type PlaceRow } from './places.ts'
import { playSampleCases } from './play.ts'
import { SAMPLE_DUTY, SAMPLE_STAFF } from './staff.ts'
import { SAMPLE_SETTING, type SampleProgress } from '../db/sample-turn.ts'

/** Loads the invented district into an empty database (after `beginSample`). Does nothing where a district is already. */
export async function loadSampleDistrict(parts: Parts, say: (line: string) => void): Promise<void> {
  if ((await parts.stores.places.all()).length > 0) return
  say('Loading the invented sample district, once…')
  await loadPlacesAndStaff(parts)
  await playSampleCases(parts, say)
  await save(parts, SAMPLE_SETTING, { cases: 'loaded' } satisfies SampleProgress)
}

async function loadPlacesAndStaff(parts: Parts): Promise<void> {
  const accounts = SAMPLE_STAFF.map(({ login, name, roles }) => ({
    login,
    name,
    does: roles.map((role) => ROLES[role]).join('、'),
    secondFactor: roles.some((role) => SECOND_FACTOR_ROLES.includes(role)),
  }))
  const { credentials, text } = await sampleCredentials(accounts, parts.config.samplePassword, parts.crypto)
  // The file first: accounts nobody knows the password of would be of no use.
  writeSampleAccounts(parts.config.dataDir, text)
  await save(parts, CASEWORK_SETTING, { agencyShort: '兰新法援', supplementDays: 15 })
  await save(parts, OFFICE_SETTING, { weekly: SAMPLE_OFFICE.weekly, cutOffMinutes: SAMPLE_OFFICE.cutOffMinutes })
  await save(parts, SAMPLE_SETTING, { cases: 'loading' } satisfies SampleProgress)
  const idsByLogin = await insert(parts, samplePlaces(), credentials, parts.clock.now())
  await save(parts, DUTY_SETTING, {
    members: SAMPLE_DUTY.map(({ login, topics }) => ({ staffId: idsByLogin.get(login), topics })),
  })
  parts.law.refresh()
}

/** Who is told of assignments by text message. Numbers of the sample's staff come after those of its applicants. */
const PHONED: readonly Role[] = ['lawyer', 'grassrootsLegalWorker', 'firmManager'],
  STAFF_PHONES = 500
const sealedPhone = (crypto: Parts['crypto'], phone: string) => ({
  phoneEnc: crypto.encrypt('staff.phone', phone),
  phoneBidx: crypto.blindIndex('phone', phone),
})

const insert = (
  { database, crypto }: Parts,
  places: ReadonlyMap<string, PlaceRow>,
  credentials: readonly SampleCredentials[],
  now: Instant,
): Promise<Map<string, string>> =>
  withAccess(database, SYSTEM, async ({ orm }) => {
    const idOf = (key: string): string => {
      const found = places.get(key)
      if (!found) throw new Error(`the sample names no place ${key}`)
      return found.id
    }
    const people = SAMPLE_STAFF.map((one, i) => ({ ...one, id: randomUUID(), credentials: credentials[i] }))
    await orm.insert(place).values([...places.values()])
    await orm.insert(staff).values(
      people.map(({ id, login, name, place: at, roles, profile, credentials: made }, i) => ({
        id,
        login,
        name,
        passwordHash: made?.passwordHash ?? '',
        passwordChangedAt: now,
        totpSecretEnc: made?.totpSecretEnc ?? null,
        orgId: idOf(at),
        profile: profile ?? {},
        createdAt: now,
        ...(roles.some((role) => PHONED.includes(role)) ? sealedPhone(crypto, samplePhone(STAFF_PHONES + i)) : {}),
      })),
    )
    await orm.insert(roleAssignment).values(
      people.flatMap(({ id, roles, place: at }) =>
        roles.map((role) => ({
          id: randomUUID(),
          staffId: id,
          role,
          placeId: idOf(at),
          validFrom: localDate('2020-01-01'),
          grantedBy: 'sample',
        })),
      ),
    )
    const idsByLogin = new Map(people.map(({ login, id }) => [login, id]))
    const { members, lines } = sampleTeam(places, idsByLogin)
    await orm.insert(village).values(sampleVillages())
    await orm.insert(teamMember).values(members)
    await orm.insert(rosterLine).values(lines)
    return idsByLogin
  })

function save(parts: Parts, key: string, value: unknown): Promise<void> {
  const now = parts.clock.now()
  const entry: AuditEntry = {
    at: now,
    actor: { kind: 'system', id: 'sample', name: '样例数据' },
    action: 'administer',
    subjectKind: 'setting',
    subjectId: key,
  }
  return parts.stores.lawSettings.saveSetting(SYSTEM, key, value, 'sample', now, entry)
}
