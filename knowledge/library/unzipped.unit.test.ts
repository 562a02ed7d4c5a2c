import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { BrokenArchive, TooMuch, unzipped } from './unzipped.ts'

const room = { bytes: 1_000_000, files: 10 }
const zip = zipSync({
  'a.txt': strToU8('甲'),
  'folder/b.txt': strToU8('乙'.repeat(100_000)),
  'c.bin': [new Uint8Array(5_000), { level: 0 }],
})

describe('unpacking a zip', () => {
  it('gives every file, stored or packed', () => {
    const files = unzipped(zip, room)
    expect([...files.keys()]).toEqual(['a.txt', 'folder/b.txt', 'c.bin'])
    expect(new TextDecoder().decode(files.get('folder/b.txt'))).toBe('乙'.repeat(100_000))
    expect(files.get('c.bin')).toHaveLength(5_000)
  })

  it('unpacks only what is wanted', () => {
    expect([...unzipped(zip, { bytes: 10, files: 10 }, (name) => name === 'a.txt').keys()]).toEqual(['a.txt'])
  })

  it('stops when there is no more room', () => {
    expect(() => unzipped(zip, { bytes: 200_000, files: 10 })).toThrow(TooMuch)
    expect(() => unzipped(zip, { ...room, files: 2 })).toThrow(TooMuch)
    expect(() => unzipped(zipSync({ a: new Uint8Array(3_000_000) }), room)).toThrow(TooMuch)
  })

  it.each([
    ['cut short', zip.subarray(0, 200)],
    ['no zip', strToU8('hello')],
    ['empty', new Uint8Array()],
  ])('says that it is broken: %s', (_what, bytes) => {
    expect(() => unzipped(bytes, room)).toThrow(BrokenArchive)
  })
})
