import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deriveKeys } from '../identity/crypto/keys.ts'
import { turns } from '../identity/turns/turns.ts'
import { takeIn } from './intake.ts'
import { fileStore, type FileStore } from './store.ts'
import { jpeg, png, zip } from './testing/samples.ts'
import { noScan, type VirusScan } from './virus-scan/scan.ts'

let folder: string
let store: FileStore
const keys = deriveKeys(new Uint8Array(32).fill(1))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fatong-blobs-'))
  store = fileStore(folder, keys)
})
afterEach(() => rmSync(folder, { recursive: true }))
const all = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('the store', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 1_000_000])('gives back %i bytes by their hash', async (size) => {
    const bytes = randomBytes(size)
    const kept = await store.put(bytes)
    expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: size })
    expect((await store.read(kept.sha256))?.equals(bytes)).toBe(true)
    const opened = await store.open(kept.sha256)
    expect(opened?.bytes).toBe(size)
    expect(Buffer.concat((await opened?.stream.toArray()) as Buffer[]).equals(bytes)).toBe(true)
  })
  it('keeps the same file once, in a folder of its hash', async () => {
    const { sha256 } = await store.put(Buffer.from('一样'))
    await store.put(Buffer.from('一样'))
    expect(all()).toEqual([join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)])
  })
  it('keeps nothing readable on disk', async () => {
    const { sha256 } = await store.put(Buffer.from('身份证 620102199001011234'))
    expect(readFileSync(all()[0] ?? '').includes('6201021990')).toBe(false)
    await expect(fileStore(folder, deriveKeys(new Uint8Array(32).fill(2))).read(sha256)).rejects.toThrow('another key')
  })
  it('hands out nothing of a file that was changed, cut, or put in the place of another', async () => {
    const { sha256 } = await store.put(randomBytes(200_000))
    const [path = ''] = all()
    const good = readFileSync(path)
    for (const bad of [
      good.subarray(0, -1),
      good.subarray(0, 24 + 65_552),
      Buffer.concat([good.subarray(0, 24), good.subarray(24 + 65_552), good.subarray(24, 24 + 65_552)]),
      Buffer.alloc(0),
    ]) {
      writeFileSync(path, bad)
      await expect(store.read(sha256)).rejects.toThrow(sha256)
    }
    const other = await store.put(Buffer.from('other'))
    writeFileSync(path, readFileSync(all().find((name) => name.endsWith(other.sha256)) ?? ''))
    await expect(store.read(sha256)).rejects.toThrow('changed')
  })
  it.runIf(process.platform === 'linux')('holds no file open for somebody who went away before reading', async () => {
    const { sha256 } = await store.put(Buffer.from('一样'))
    const held = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).endsWith(sha256)
        } catch {
          return false
        }
      }).length
    const opened = await store.open(sha256)
    expect(held()).toBe(1)
    opened?.stream.destroy()
    await expect.poll(held).toBe(0)
  })
  it('knows no paths but hashes', async () => {
    for (const bad of ['../../etc/passwd', 'A'.repeat(64), '', `${'a'.repeat(63)}/`])
      await expect(store.read(bad)).rejects.toThrow(RangeError)
    expect(await store.read('a'.repeat(64))).toBeUndefined()
    expect(await store.open('a'.repeat(64))).toBeUndefined()
  })
  it('removes only what was put long ago', async () => {
    const { sha256 } = await store.put(Buffer.from('old'))
    expect(await store.remove(sha256)).toBe(false)
    utimesSync(all()[0] ?? '', new Date(0), new Date(0))
    await store.put(Buffer.from('old'))
    expect(await store.remove(sha256)).toBe(false)
    utimesSync(all()[0] ?? '', new Date(0), new Date(0))
    expect(await store.remove(sha256)).toBe(true)
    expect(await store.has(sha256)).toBe(false)
  })
  it('sweeps what a killed process left, not what is being received', async () => {
    await store.sweep()
    writeFileSync(join(store.incoming, 'upload.old'), 'x')
    utimesSync(join(store.incoming, 'upload.old'), new Date(0), new Date(0))
    writeFileSync(join(store.incoming, 'upload.new'), 'x')
    expect(await store.sweep()).toBe(1)
    expect(readdirSync(store.incoming)).toEqual(['upload.new'])
  })
})

describe('taking in an upload', () => {
  const take = async (
    bytes: Buffer | Readable,
    more: { name?: string; sha256?: string; contentLength?: number; scan?: VirusScan; mostBytes?: number } = {},
  ) => {
    await store.sweep()
    const { name = '欠条.jpg', scan = noScan, mostBytes = 100_000, ...rest } = more
    return takeIn(
      { store, scan, mostBytes, inspections: turns(1, 1) },
      { stream: bytes instanceof Readable ? bytes : Readable.from([bytes]), name, ...rest },
    )
  }
  it('keeps a good file and leaves nothing else behind', async () => {
    const result = await take(jpeg(), { sha256: createHash('sha256').update(jpeg()).digest('hex') })
    expect(result).toMatchObject({ ok: true, file: { mediaType: 'image/jpeg', label: '欠条.jpg', scannedBy: 'none' } })
    expect(all()).toHaveLength(1)
    expect(readdirSync(store.incoming)).toEqual([])
  })
  it.each([
    ['a hostile file', jpeg({ behind: zip() }), {}, 'fileHostile'],
    ['another file than was sent', png(), { sha256: 'a'.repeat(64) }, 'fileChanged'],
    ['an empty file', Buffer.alloc(0), {}, 'fileChanged'],
    ['too large a file', Buffer.alloc(100_001), {}, 'fileTooLarge'],
    ['a file said to be too large', jpeg(), { contentLength: 100_001 }, 'fileTooLarge'],
    [
      'a file with a virus',
      jpeg(),
      { scan: { name: 'test', scan: async () => ({ verdict: 'infected' as const, name: 'Eicar' }) } },
      'fileHostile',
    ],
    [
      'a file when the scanner is away',
      jpeg(),
      { scan: { name: 'test', scan: async () => ({ verdict: 'unknown' as const, why: 'away' }) } },
      'unavailable',
    ],
  ])('keeps nothing of %s', async (_name, bytes: Buffer, more, error) => {
    expect(await take(bytes, more)).toMatchObject({ ok: false, error })
    expect(all()).toEqual([])
  })
  it('stops reading as soon as it is too much, whatever the sender says', async () => {
    let sent = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          sent += 10_000
          yield Buffer.alloc(10_000)
        }
      })(),
    )
    expect(await take(endless, { contentLength: 5 })).toMatchObject({ error: 'fileTooLarge' })
    expect(sent).toBeLessThan(1_000_000)
  })
  it('keeps nothing when the sender hangs up', async () => {
    const broken = Readable.from(
      (async function* () {
        yield jpeg().subarray(0, 20)
        throw new Error('hung up')
      })(),
    )
    expect(await take(broken)).toMatchObject({ error: 'fileChanged' })
    expect(all()).toEqual([])
  })
})
