import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chunk, exifWithPlace, jpeg, pdf, png, SCAN, zip } from '../testing/samples.ts'
import { inspect } from './inspect.ts'
import { readExif } from './exif.ts'

const look = (bytes: Buffer, name = 'IMG_1', contentType?: string) => inspect(bytes, { name, contentType })
const html = Buffer.from('<html><script>alert(1)</script></html>')

describe('what is accepted', () => {
  it('is told by content', async () => {
    expect(await look(jpeg())).toMatchObject({ ok: true, mediaType: 'image/jpeg' })
    expect(await look(png())).toMatchObject({ ok: true, mediaType: 'image/png' })
    expect(await look(pdf())).toMatchObject({ ok: true, mediaType: 'application/pdf' })
  })
  it('may bear the wrong picture ending, as WeChat saves it', async () => {
    expect(await look(png(), 'mmexport1.jpg', 'image/jpeg')).toMatchObject({ ok: true, mediaType: 'image/png' })
  })
  it('keeps a good picture as it is, bit for bit', async () => {
    for (const file of [png(), jpeg()]) {
      const verdict = await look(file)
      expect(verdict.ok && verdict.bytes.equals(file)).toBe(true)
    }
  })
})

describe('what is not accepted', () => {
  it.each([
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    ['WebP', Buffer.from('RIFF\x24\0\0\0WEBPVP8 \0\0\0\0\0\0\0\0', 'latin1'), '截屏'],
    ['ZIP or Word', zip(), 'PDF'],
    ['HTML', html, 'PDF'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'PDF'],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0This program cannot be run in DOS mode', 'latin1'), 'PDF'],
    ['nothing much', Buffer.from('hello'), 'PDF'],
  ])('%s, with advice', async (_name, file, advice) => {
    expect(await look(file)).toMatchObject({
      ok: false,
      error: 'fileNotAccepted',
      says: expect.stringContaining(advice) as string,
    })
  })
  it.each([
    ['a picture called a page', jpeg(), 'photo.html', undefined],
    ['a picture called a program', jpeg(), 'photo.jpg.exe', undefined],
    ['a picture called a PDF', jpeg(), 'photo.pdf', undefined],
    ['a picture declared a page', jpeg(), 'photo.jpg', 'text/html'],
    ['a PDF declared a picture', pdf(), 'scan.pdf', 'image/png'],
  ])('%s', async (_name, file, name, contentType) => {
    expect(await look(file, name, contentType)).toMatchObject({ ok: false, error: 'fileNotAccepted' })
  })
})

describe('pictures that are more than a picture', () => {
  it.each([
    ['jpeg then zip', jpeg({ behind: zip() })],
    ['jpeg then page', jpeg({ behind: html })],
    ['jpeg then pdf', jpeg({ behind: pdf() })],
    ['jpeg with a page in its remark', jpeg({ extra: [[0xfe, html]] })],
    [
      'jpeg with PHP in its EXIF',
      jpeg({ extra: [[0xe1, Buffer.from('Exif\0\0<?php system($_GET[0]); ?>', 'latin1')]] }),
    ],
    ['jpeg with a pdf in its remark', jpeg({ extra: [[0xfe, pdf()]] })],
    [
      'jpeg with a zip in its colour profile',
      jpeg({ extra: [[0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), zip()])]] }),
    ],
    ['png then zip', png({ behind: zip() })],
    ['png then page', png({ behind: html })],
    [
      'png with a script in its text',
      png({ extra: [chunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>', 'latin1'))] }),
    ],
    ['png with an unknown critical chunk', png({ extra: [chunk('EVIL', Buffer.alloc(4))] })],
    ['page before pdf', Buffer.concat([html, pdf()])],
    ['gif that is also a pdf', Buffer.concat([Buffer.from('GIF89a'), pdf()])],
  ])('%s is hostile', async (_name, file) => {
    expect(await look(file)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/fileHostile|fileNotAccepted/) as string,
    })
  })
  it('loses what a camera appends, such as a short film', async () => {
    const film = Buffer.from('\0\0\0\x18ftypmp42 some film', 'latin1')
    const verdict = await look(jpeg({ behind: film }))
    expect(verdict.ok && verdict.bytes.equals(jpeg())).toBe(true)
  })
})

describe('bombs', () => {
  it.each([
    ['a jpeg of 65,535 x 65,535', jpeg({ width: 65_535, height: 65_535 })],
    ['a png of 40,000 x 40,000', png({ width: 40_000, height: 40_000, data: deflateSync(Buffer.alloc(1000)) })],
    ['a png whose data unpacks to more than the picture', png({ data: deflateSync(Buffer.alloc(50_000_000)) })],
    [
      'a large png that unpacks a thousandfold',
      png({ width: 10_000, height: 7_000, data: deflateSync(Buffer.alloc(10_001 * 7_000)) }),
    ],
    [
      'a pdf that unpacks to 200 MB',
      pdf({ streams: [{ dictionary: '/Filter /FlateDecode', data: deflateSync(Buffer.alloc(200_000_000)) }] }),
    ],
  ])('%s is hostile', async (_name, file) => {
    expect(file.length).toBeLessThan(1_000_000)
    expect(await look(file)).toMatchObject({ ok: false, error: 'fileHostile' })
  })
  it('a mostly white signature is no bomb', async () => {
    expect(await look(png({ width: 1000, height: 400 }))).toMatchObject({ ok: true })
  })
})

describe('damaged files', () => {
  it.each([
    ['a jpeg cut short', jpeg().subarray(0, -5)],
    ['a png cut short', png().subarray(0, -8)],
    [
      'a png with a wrong sum',
      (() => {
        const b = Buffer.from(png())
        b[20] = 9
        return b
      })(),
    ],
    ['a png with too little data', png({ data: deflateSync(Buffer.alloc(3)) })],
    ['a pdf cut short', pdf().subarray(0, 60)],
  ])('%s is to be sent again', async (_name, file) => {
    expect(await look(file)).toMatchObject({ ok: false, error: 'fileChanged' })
  })
  it('never hang or throw, wherever they were cut or changed', async () => {
    for (const file of [jpeg({ extra: [[0xe1, exifWithPlace()]] }), png(), pdf()]) {
      for (let at = 4; at < file.length; at += 1) {
        await look(file.subarray(0, at))
        const changed = Buffer.from(file)
        changed[at] = (changed[at] ?? 0) ^ 0xff
        await look(changed)
      }
    }
  })
})

describe('the place a photo was taken', () => {
  const photo = jpeg({
    extra: [
      [0xe1, exifWithPlace()],
      [0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="36,39.07N"/>')],
      [0xed, Buffer.from('Photoshop 3.0\0 中川镇')],
    ],
  })
  it('is not kept; how to turn it and when it was taken are', async () => {
    const verdict = await look(photo)
    if (!verdict.ok) throw new Error(verdict.says)
    expect(photo.includes('GPS')).toBe(true)
    expect(verdict.bytes.includes('GPS')).toBe(false)
    expect(verdict.bytes.includes('Photoshop')).toBe(false)
    const exif = verdict.bytes.subarray(verdict.bytes.indexOf('Exif'))
    expect(readExif(exif)).toEqual({ orientation: 6, takenAt: '2026:11:23 09:15:00' })
  })
  it('goes without the picture being compressed again', async () => {
    const verdict = await look(photo)
    expect(verdict.ok && verdict.bytes.includes(SCAN)).toBe(true)
    const again = verdict.ok ? await look(verdict.bytes) : verdict
    expect(again.ok && verdict.ok && again.bytes.equals(verdict.bytes)).toBe(true)
  })
})

describe('a PDF that does something', () => {
  const action = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  it.each([
    ['a script', pdf({ objects: `3 0 obj\n${action}\nendobj\n` })],
    ['a script written with escapes', pdf({ objects: '3 0 obj\n<< /S /J#61vaScrip#74 /JS (x) >>\nendobj\n' })],
    ['a program', pdf({ objects: '3 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n' })],
    ['an attached file', pdf({ objects: '3 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n' })],
    ['a dynamic form', pdf({ objects: '3 0 obj\n<< /XFA [(a) 4 0 R] >>\nendobj\n' })],
    [
      'a script hidden in packed objects',
      pdf({
        streams: [
          {
            dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
            data: deflateSync(Buffer.from(`3 0 ${action}`)),
          },
        ],
      }),
    ],
    [
      'a script hidden far into packed objects',
      pdf({
        streams: [
          {
            dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
            data: deflateSync(Buffer.concat([Buffer.alloc(262_140, 32), Buffer.from(action)])),
          },
        ],
      }),
    ],
    [
      'a script hidden in a stream that says it is a picture',
      pdf({
        streams: [{ dictionary: '/Subtype /Image /Filter /FlateDecode', data: deflateSync(Buffer.from(action)) }],
      }),
    ],
    [
      'objects packed twice',
      pdf({
        streams: [
          {
            dictionary: '/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]',
            data: Buffer.from(deflateSync(Buffer.from(action)).toString('hex')),
          },
        ],
      }),
    ],
    [
      'objects behind a predictor',
      pdf({
        streams: [
          {
            dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>',
            data: deflateSync(Buffer.from('x')),
          },
        ],
      }),
    ],
    ['a zip behind', Buffer.concat([pdf(), zip()])],
    ['a page behind', pdf({ behind: html.toString() })],
  ])('with %s is hostile', async (_name, file) => {
    expect(await look(file, 'x.pdf')).toMatchObject({ ok: false, error: 'fileHostile' })
  })
  it('with a password is not accepted, and says why', async () => {
    expect(await look(pdf({ objects: '3 0 obj\n<< /Encrypt 4 0 R >>\nendobj\n' }), 'x.pdf')).toMatchObject({
      ok: false,
      error: 'fileNotAccepted',
      says: expect.stringContaining('密码') as string,
    })
  })
  it('that opens at a page, with packed pages, is accepted', async () => {
    const file = pdf({
      objects: '3 0 obj\n<< /OpenAction [2 0 R /FitH null] >>\nendobj\n',
      streams: [{ dictionary: '/Filter /FlateDecode', data: deflateSync(Buffer.from('BT (hello) Tj ET')) }],
    })
    expect(await look(file, 'x.pdf')).toMatchObject({ ok: true })
  })
})
