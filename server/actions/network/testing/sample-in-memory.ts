import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import type { StoredLine, StoredRoster, TakenTime } from '../../../db/stores/network.ts'
import type { StoredPlace } from '../../../db/stores/places.ts'
import { renderReport } from '../../../documents/pdf/render-report.ts'
import { sameThread } from '../../../network/same-thread.ts'
import { tables } from '../../../outside/tables/tables.ts'
import { sampleTeam, sampleVillages } from '../../../seed/network.ts'
import { samplePlaces } from '../../../seed/places.ts'
import { lawInForce } from '../../administration/law-in-force.ts'
import type { StaffCaller } from '../../caller.ts'
import type { Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'

/**
 * Places and villages of the sample district without a database: what reads the network only. Half past twelve on a worked Saturday
 * unless told otherwise; nobody is on a roster unless the sample's team is wanted.
 */
export function sampleInMemory({ now = instantAt(localDate('2026-10-10'), 750), team = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'fatong-network-'))
  const sample = samplePlaces()
  const lines = team
    ? sampleTeam(sample, new Map()).lines.map((line) => ({ validTo: null, ...line }) as StoredLine)
    : []
  const roster: StoredRoster = { lines, changes: [], leaves: [], gone: [] }
  const taken: TakenTime[] = []
  const places = [...sample.values()].map(
    (one) =>
      ({
        address: null,
        phone: null,
        lon: null,
        lat: null,
        crs: null,
        approximate: false,
        public: true,
        active: true,
        hours: null,
        parentId: null,
        ...one,
      }) as StoredPlace,
  )
  const clock = { now: () => now }
  const stores = {
    places: { all: async () => places },
    network: { villages: async () => sampleVillages(), roster: async () => roster, taken: async () => taken },
    lawSettings: { holidayTables: async () => [], parameters: async () => [], setting: async () => undefined },
    oversight: { add: async () => {} },
  }
  const network = sameThread(undefined, join(dataDir, 'network', 'bus'))
  const parts = {
    config: { dataDir },
    stores,
    clock,
    law: lawInForce(stores as never, clock),
    network,
    tables: tables(),
    documents: { report: renderReport },
    crypto: { addressMark: () => Buffer.from('here') },
  } as unknown as Parts
  const staff = (role: string): StaffCaller =>
    ({
      kind: 'staff',
      staffId: randomUUID(),
      name: role,
      login: role,
      roles: [{ role, placeId: places[0]!.id }],
      placeIds: places.map(({ id }) => id),
      ip: '',
      userAgent: '',
    }) as unknown as StaffCaller
  return {
    parts,
    staff,
    places,
    roster,
    taken,
    placeOf: (code: string): StoredPlace => places.find((place) => place.code === code)!,
    close: () => {
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
