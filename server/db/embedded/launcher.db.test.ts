import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { identityOf } from './processes.ts'
import { fitsSocket } from './socket-folder.ts'
import { ask, started, temporaryFolder } from './testing/folder.ts'

const asRoot = process.getuid?.() === 0

describe('the built-in PostgreSQL', () => {
  it('answers, keeps what it was told, and is gone after stop', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    const first = await started(dataDir)
    await ask(first, "CREATE TABLE word (w text); INSERT INTO word VALUES ('龘')")
    await first.stop()
    expect(identityOf(first.pid)).toBeUndefined()
    expect(existsSync(join(dataDir, 'server.pid'))).toBe(false)
    expect(await ask(await started(dataDir), 'SELECT w FROM word')).toEqual([{ w: '龘' }])
  })

  it('is durable, listens to no network, and sorts by code point in UTF-8', async () => {
    const database = await started(temporaryFolder())
    const [row] = await ask(
      database,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
        current_setting('full_page_writes') AS pages, current_setting('listen_addresses') AS listen,
        current_setting('jit') AS jit, current_setting('shared_buffers') AS buffers, current_setting('max_connections') AS connections,
        current_user::text AS role, pg_encoding_to_char(encoding) AS encoding, datlocprovider::text AS provider, datlocale AS locale
        FROM pg_database WHERE datname = current_database()`,
    )
    expect(row).toEqual({
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      listen: '',
      jit: 'off',
      buffers: '256MB',
      connections: '60',
      role: 'fatong',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
    })
  })

  it('lets only our own account in, through a folder closed to others', async () => {
    const database = await started(temporaryFolder())
    expect(statSync(database.connection.host).mode & 0o777).toBe(0o700)
    const asOther = database.url.replace('fatong@', 'postgres@')
    await expect(ask({ url: asOther }, 'SELECT 1')).rejects.toThrow(/pg_hba|authentication/)
  })

  it.runIf(asRoot)('does not run as root', async () => {
    const dataDir = temporaryFolder()
    const database = await started(dataDir)
    const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${database.pid}/status`, 'utf8'))?.[1]
    expect(Number(uid)).toBeGreaterThan(0)
    expect(readFileSync('/etc/passwd', 'utf8')).toMatch(new RegExp(`^[^:]+:[^:]*:${uid}:`, 'm'))
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(Number(uid))
  })

  it('finds another place for its socket when the path of the data folder is too long', async () => {
    const dataDir = join(temporaryFolder(), 'long'.repeat(30))
    const database = await started(dataDir)
    expect(database.connection.host.startsWith(dataDir)).toBe(false)
    expect(fitsSocket(database.connection.host)).toBe(true)
    expect(statSync(database.connection.host).mode & 0o777).toBe(0o700)
    expect(await ask(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await database.stop()
    expect(existsSync(database.connection.host)).toBe(false)
  })

  it('says in one line when the data is of another version', async () => {
    const dataDir = temporaryFolder()
    await (await started(dataDir)).stop()
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
    await expect(started(dataDir)).rejects.toThrow(
      /^The folder \S+ holds a database of version 14, this release reads 18[^\n]*$/,
    )
  })
})
