import { createServer, type AddressInfo, type Server } from 'node:net'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { chosenScan } from './chosen.ts'
import { noScan } from './scan.ts'

/** Half of the EICAR test text; the whole would alarm scanners of developers. */
const EVIL = 'X5O!P%@AP[4\\PZX54'

let server: Server | undefined
afterEach(() => server?.close())

/** A daemon that speaks INSTREAM as clamd does. */
async function daemon(): Promise<string> {
  server = createServer((socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      got = Buffer.concat([got, data])
      if (got.toString('latin1', 0, 10) !== 'zINSTREAM\0') return
      const parts: Buffer[] = []
      for (let at = 10; at + 4 <= got.length; ) {
        const length = got.readUInt32BE(at)
        if (length === 0) {
          socket.end(Buffer.concat(parts).includes(EVIL) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
          return
        }
        if (at + 4 + length > got.length) return
        parts.push(got.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `clamd://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('clamd', () => {
  it('lets a clean file of several pieces pass and names what it finds', async () => {
    const scan = chosenScan(await daemon(), '/nowhere')
    expect(await scan.scan(Buffer.alloc(200_000, 65))).toEqual({ verdict: 'clean' })
    expect(await scan.scan(Buffer.concat([Buffer.alloc(65_530, 65), Buffer.from(EVIL)]))).toEqual({
      verdict: 'infected',
      name: 'Eicar-Test-Signature',
    })
  })
  it('that does not answer, or answers oddly, counts as not asked', async () => {
    expect(await chosenScan('clamd://127.0.0.1:1', '/nowhere').scan(Buffer.from('x'))).toMatchObject({
      verdict: 'unknown',
    })
    server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end('INSTREAM size limit exceeded. ERROR\0')
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    expect(
      await chosenScan(`clamd://127.0.0.1:${(server.address() as AddressInfo).port}`, '/').scan(Buffer.from('x')),
    ).toMatchObject({ verdict: 'unknown' })
  })
})

describe('a scanning program', () => {
  it('ends with 0 for clean, 1 for found; anything else counts as not asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fatong-scan-'))
    try {
      const script = join(folder, 'scanner.sh')
      writeFileSync(
        script,
        '#!/bin/sh\ngrep -q EVIL "$1" && { echo "$1: Test.Virus FOUND"; exit 1; }\ngrep -q ODD "$1" && exit 2\nexit 0\n',
        { mode: 0o700 },
      )
      const scan = chosenScan(`sh ${script}`, folder)
      expect(await scan.scan(Buffer.from('good'))).toEqual({ verdict: 'clean' })
      expect(await scan.scan(Buffer.from('EVIL'))).toMatchObject({
        verdict: 'infected',
        name: expect.stringContaining('Test.Virus') as string,
      })
      expect(await scan.scan(Buffer.from('ODD'))).toMatchObject({ verdict: 'unknown' })
      expect(await chosenScan('no-such-program', folder).scan(Buffer.from('x'))).toMatchObject({ verdict: 'unknown' })
      expect(readdirSync(folder)).toEqual(['scanner.sh'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

it('without a setting nothing is scanned', () => {
  expect(chosenScan(undefined, '/')).toBe(noScan)
})
