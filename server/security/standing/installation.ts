import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Parts } from '../../actions/parts.ts'
import { compose, type Service } from '../../compose.ts'
import { readSettings } from '../../config.ts'
import { openDatabase } from '../../db/database.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { Client } from './client.ts'
import { PLACES, type PlaceKey } from './places.ts'
import { place } from '../../db/schema/places.ts'
import { withAccess } from '../../db/postgres.ts'
import { SYSTEM } from '../../db/access.ts'

export interface Installation {
  service: Service
  parts: Parts
  places: Record<PlaceKey, string>
  /** connects past row level security, to look and to prepare */
  owner: pg.Client
  dataDir: string
  client(address?: string): Client
  close(): Promise<void>
}

/** The whole service as `npm start` composes it, on a database of its own with two agencies in it. */
export async function installation(environment: Record<string, string> = {}): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fatong-security-'))
  const read = readSettings({
    DATA_DIR: dataDir,
    SECRET_KEY: '0b'.repeat(32),
    LOG_LEVEL: 'error',
    RATE_LIMIT_FACTOR: '0',
    ...environment,
  })
  if (!read.ok) throw new Error(read.problem)
  const own = await testDatabase()
  const database = openDatabase(own.connection, { max: 8 })
  const service = await compose({ ...read.settings, secretKey: new Uint8Array(32).fill(11) }, database)
  const places = Object.fromEntries(Object.keys(PLACES).map((key) => [key, randomUUID()])) as Record<PlaceKey, string>
  await withAccess(database, SYSTEM, async ({ orm }) => {
    await orm.insert(place).values(
      Object.entries(PLACES).map(([key, { parent, ...row }]) => ({
        id: places[key as PlaceKey],
        ...row,
        parentId: parent ? places[parent] : null,
      })),
    )
  })
  const owner = new pg.Client(own.connection)
  await owner.connect()
  return {
    service,
    parts: service.parts,
    places,
    owner,
    dataDir,
    client: (address) => new Client(service.app, address),
    async close() {
      await owner.end()
      await service.stop()
      await database.close()
      await own.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
