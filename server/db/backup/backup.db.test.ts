import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { application, writing } from '../commit/sample-sets.ts'
import { openDatabase, type Database } from '../database.ts'
import { ask, started, temporaryFolder } from '../embedded/testing/folder.ts'
import { migrate } from '../migrate.ts'
import { verifyHistory } from '../verify-history.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

const madeAt = new Date('2026-03-02T01:00:00Z')
const silent = () => undefined

/** A service's data folder: migrated database, some cases, an uploaded file, the key. */
async function service() {
  const folder = temporaryFolder()
  const dataDir = join(folder, 'data')
  const embedded = await started(dataDir)
  await migrate(embedded.connection)
  const database = openDatabase(embedded.connection)
  onTestFinished(() => database.close().catch(silent))
  for (let i = 0; i < 5; i += 1) await openCase(database)
  mkdirSync(join(dataDir, 'blobs', 'ab', 'cd'), { recursive: true })
  mkdirSync(join(dataDir, 'blobs', 'incoming'))
  writeFileSync(join(dataDir, 'blobs', 'ab', 'cd', 'abcd'), 'a photograph')
  writeFileSync(join(dataDir, 'blobs', 'incoming', 'half'), 'half an upl')
  writeFileSync(join(dataDir, 'secret.key'), 'the key', { mode: 0o600 })
  return { folder, dataDir, embedded, database, target: join(folder, 'backup') }
}

async function openCase(database: Database): Promise<void> {
  const { set, row, access } = application()
  await database.commit(set)
  await database.commit(writing(access, 1, row))
}

it('takes one moment while writes go on, and gives all of it back', async () => {
  const { folder, dataDir, embedded, database, target } = await service()
  let written = 0
  let going = true
  const writer = (async () => {
    while (going) {
      await openCase(database)
      written += 1
    }
  })()
  const manifest = await backUp(embedded.connection, dataDir, target, madeAt)
  going = false
  await writer
  expect(written).toBeGreaterThan(0)

  const restored = join(folder, 'restored')
  await restore(target, restored, silent)
  const again = await started(restored)
  for (const { schema, name, rows } of manifest.tables) {
    expect(await ask(again, `SELECT count(*)::int AS rows FROM ${schema}.${name}`), name).toEqual([{ rows }])
  }
  const cases = manifest.tables.find(({ name }) => name === 'case_file')?.rows ?? 0
  expect(cases).toBeGreaterThanOrEqual(5)
  const history = await verifyHistory(again.connection)
  // Both events of a case are separate commits: the moment may lie between them, never inside one.
  expect(history).toMatchObject({ cases, broken: [] })
  expect(readFileSync(join(restored, 'blobs', 'ab', 'cd', 'abcd'), 'utf8')).toBe('a photograph')
  expect(existsSync(join(restored, 'blobs', 'incoming'))).toBe(false)
  expect(statSync(join(restored, 'secret.key')).mode & 0o777).toBe(0o600)

  // Numbers go on where they were, guards stand again, and newer migrations find nothing amiss.
  await migrate(again.connection)
  const next = openDatabase(again.connection)
  onTestFinished(() => next.close().catch(silent))
  await openCase(next)
  expect(await verifyHistory(again.connection)).toMatchObject({ cases: cases + 1, broken: [] })
  await expect(ask(again, 'DELETE FROM fatong.event')).rejects.toThrow(/append-only/)
  await next.close()
})

it('keeps every value as it was', async () => {
  const { folder, dataDir, embedded, target } = await service()
  const sums = (database: { url: string }) =>
    ask(
      database,
      `SELECT (SELECT md5(string_agg(e::text, '|' ORDER BY position)) FROM fatong.event e) AS events,
        (SELECT md5(string_agg(c::text, '|' ORDER BY id)) FROM fatong.case_file c) AS cases,
        (SELECT md5(string_agg(n::text, '|' ORDER BY n::text)) FROM fatong.document_counter n) AS numbers`,
    )
  const before = await sums(embedded)
  await backUp(embedded.connection, dataDir, target, madeAt)
  await restore(target, join(folder, 'restored'), silent)
  expect(await sums(await started(join(folder, 'restored')))).toEqual(before)
})

it('refuses what it cannot use, in one line, and leaves nothing behind', async () => {
  const { folder, dataDir, embedded, target } = await service()
  const connection = embedded.connection
  await expect(backUp(connection, dataDir, join(dataDir, 'here'), madeAt)).rejects.toThrow(
    /lies in the data folder[^\n]*$/,
  )
  await backUp(connection, dataDir, target, madeAt)
  await expect(backUp(connection, dataDir, target, madeAt)).rejects.toThrow(/is there already[^\n]*$/)
  await expect(restore(target, dataDir, silent)).rejects.toThrow(/is not empty[^\n]*$/)

  const restored = join(folder, 'restored')
  await expect(restore(join(folder, 'nowhere'), restored, silent)).rejects.toThrow(/not a complete backup[^\n]*$/)
  const manifest = readFileSync(join(target, 'manifest.json'), 'utf8')
  writeFileSync(
    join(target, 'manifest.json'),
    manifest.replace('"migrations": [', '"migrations": [{ "name": "9999_from_the_future.sql", "sha256": "00" },'),
  )
  await expect(restore(target, restored, silent)).rejects.toThrow(/another release[^\n]*9999_from_the_future[^\n]*$/)
  writeFileSync(join(target, 'manifest.json'), manifest)
  appendFileSync(join(target, 'tables', 'fatong.event.copy'), 'x')
  await expect(restore(target, restored, silent)).rejects.toThrow(
    /damaged: \S+fatong\.event\.copy is not what was written[^\n]*$/,
  )
  rmSync(join(target, 'tables', 'fatong.event.copy'))
  await expect(restore(target, restored, silent)).rejects.toThrow(/damaged: \S+fatong\.event\.copy is missing[^\n]*$/)
  expect(readdirSync(folder).sort()).toEqual(['backup', 'data'])
})
