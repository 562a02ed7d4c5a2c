import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzipped } from '@fatong/knowledge/library/unzipped.ts'
import { writeTable } from '../outside/tables/write-table.ts'
import { entry, nothing, packed, tarOf, zipOf } from '../files/testing/archives.ts'
import { problemOf, type Client, type Reply } from './standing/client.ts'
import { installation, type Installation } from './standing/installation.ts'
import { colleague } from './standing/people.ts'

// Files that administrators take in: laws, places and villages, roads, templates. They come from people who were sent them.

let here: Installation
let admin: Client
let director: Client
let bomb: ReturnType<typeof nothing>
beforeAll(async () => {
  here = await installation()
  admin = (await colleague(here, 'administrator', 'district')).client
  director = (await colleague(here, 'director', 'center')).client
  bomb = nothing()
}, 120_000)
afterAll(() => here.close())

const LAW = '样例规定\n（2020年5月1日公布 自2020年6月1日起施行）\n第一条　为了试一试，制定本规定。\n'
const library = (name: string) => (file: Buffer) =>
  admin.post(`/desk/library/import?name=${encodeURIComponent(name)}`, file)
const table = (file: Buffer) => admin.post('/desk/network/import/places?confirm=yes', file)
const roads = (file: Buffer) => admin.post('/desk/network/roads', file)
const template = (file: Buffer) => director.post('/desk/admin/templates/grantDecision', file)

/** A blob of an OSM file: the header says what follows, the body how it is packed. */
function osmBlob(type: string, body: Buffer): Buffer {
  const header = Buffer.concat([Buffer.of(0x0a, type.length), Buffer.from(type), Buffer.of(0x18), varint(body.length)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, body])
}
function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.of(...bytes, rest)
    bytes.push((rest % 128) | 0x80)
  }
}
const zlibBlob = (says: number, packed: Buffer) =>
  Buffer.concat([Buffer.of(0x10), varint(says), Buffer.of(0x1a), varint(packed.length), packed])

type Hand = (file: Buffer) => Promise<Reply>
const hostile = async (): Promise<readonly [what: string, hand: Hand, file: Buffer][]> => {
  const sheet = await writeTable('xlsx', ['编号', '名称'], [['1', '东村']])
  const parts = [...unzipped(sheet, { bytes: 1e7, files: 100 })].map(([name, bytes]) =>
    packed(name, Buffer.from(bytes)),
  )
  const json = (value: unknown) => Buffer.from(JSON.stringify(value))
  return [
    ['zip bomb', library('a.zip'), zipOf([{ name: 'a.txt', packed: bomb.raw, says: bomb.bytes }])],
    ['zip bomb that claims to be small', library('a.zip'), zipOf([{ name: 'a.txt', packed: bomb.raw, says: 10 }])],
    [
      'zip bomb that its own list does not name',
      library('a.zip'),
      zipOf([entry('a.txt', '空'), { name: 'b.txt', packed: bomb.raw, says: 10, listed: false }]),
    ],
    ['gzip bomb', library('a.tar.gz'), bomb.gzip],
    [
      'gzip bomb that claims to be small',
      library('a.tar.gz'),
      Buffer.concat([bomb.gzip.subarray(0, -4), Buffer.of(10, 0, 0, 0)]),
    ],
    ['Word file that is a bomb', library('a.docx'), zipOf([{ name: 'word/document.xml', packed: bomb.raw, says: 10 }])],
    [
      'zip of Word files that are bombs',
      library('a.zip'),
      zipOf([
        entry('好.txt', '空'),
        packed('b.docx', zipOf([{ name: 'word/document.xml', packed: bomb.raw, says: 10 }])),
      ]),
    ],
    ['half a zip', library('a.zip'), zipOf([entry('a.txt', LAW.repeat(50))]).subarray(0, 120)],
    ['tar that says it is longer than it is', library('a.tar'), tarOf('a.txt', '短', 9_999_999)],
    ['tar of a negative size', library('a.tar'), tarOf('a.txt', '短', -5)],
    [
      'xz cut short',
      library('a.tar.xz'),
      Buffer.concat([Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), Buffer.alloc(40)]),
    ],
    ['a program', library('a.zip'), Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)])],
    ['nothing', library('a.zip'), Buffer.alloc(0)],
    ['HTML a hundred thousand deep', library('a.html'), Buffer.from('<div>'.repeat(100_000))],
    ['Excel bomb', table, zipOf([...parts, { name: 'xl/media/a.bin', packed: bomb.raw, says: bomb.bytes }])],
    [
      'Excel bomb that claims to be small',
      table,
      zipOf([...parts, { name: 'xl/media/a.bin', packed: bomb.raw, says: 10 }]),
    ],
    [
      'Excel bomb that its own list does not name',
      table,
      zipOf([...parts, { name: 'xl/media/a.bin', packed: bomb.raw, says: 10, listed: false }]),
    ],
    [
      'Excel file with entities that multiply',
      table,
      zipOf([
        ...parts.filter(({ name }) => !name.endsWith('sheet1.xml')),
        entry(
          'xl/worksheets/sheet1.xml',
          `<!DOCTYPE x [<!ENTITY a "${'啊'.repeat(1000)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a8;</t></is></c></row></sheetData></worksheet>`,
        ),
      ]),
    ],
    ['GeoJSON of nulls', table, json({ type: 'FeatureCollection', features: [null, 1, 'x', [], {}] })],
    [
      'GeoJSON with odd places',
      table,
      json({
        type: 'FeatureCollection',
        features: [
          { geometry: { type: 'Point', coordinates: 'x' } },
          { geometry: { type: 'Point', coordinates: [{}, null] }, properties: 'x' },
        ],
      }),
    ],
    [
      'GeoJSON with a prototype',
      table,
      Buffer.from('{"features":[{"geometry":null,"properties":{"__proto__":{"x":1},"constructor":1}}]}'),
    ],
    ['JSON a million deep', table, Buffer.from(`{"features":${'['.repeat(1_000_000)}`)],
    ['table of one line of eight megabytes', table, Buffer.from(`编号,名称\n1,"${'x'.repeat(7_000_000)}"\n`)],
    ['table of a million columns', table, Buffer.from(`${'a,'.repeat(1_000_000)}\n1\n`)],
    ['bytes that are no text', table, Buffer.from([0xff, 0xfe, 0, 1, 2, 0x80, 0x81])],
    ['road file whose block is a bomb', roads, Buffer.concat([osmBlob('OSMHeader', zlibBlob(100, bomb.zlib))])],
    ['road file that promises gigabytes', roads, osmBlob('OSMHeader', zlibBlob(4_000_000_000, Buffer.from('x')))],
    ['road file cut short', roads, osmBlob('OSMHeader', Buffer.alloc(50)).subarray(0, 20)],
    [
      'road file that ends nowhere',
      roads,
      Buffer.from([0, 0, 0, 13, 0x0a, 9, ...Buffer.from('OSMHeader'), 0x18, 0xff]),
    ],
    [
      'roads of nulls',
      roads,
      json({
        type: 'FeatureCollection',
        features: [null, 1, { geometry: { type: 'LineString', coordinates: [null, 'x', [1]] } }],
      }),
    ],
    [
      'Overpass answer of nulls',
      roads,
      json({ elements: [null, { type: 'way', nodes: 'x' }, { type: 'node', id: 1, lat: 'x', lon: null }] }),
    ],
    ['JSON a million deep as roads', roads, Buffer.from(`{"elements":${'['.repeat(1_000_000)}`)],
    [
      'template that is a bomb',
      template,
      zipOf([{ name: 'word/document.xml', packed: bomb.raw.subarray(0, 4_000_000), says: bomb.bytes }]),
    ],
    ['template without a document', template, zipOf([entry('a.txt', 'x')])],
    ['template that is a page', template, Buffer.from('<html><script>alert(1)</script></html>')],
  ]
}

interface Held {
  texts: number
  places: number
  villages: number
  templates: number
  files: string[]
}
async function held(): Promise<Held> {
  const {
    rows: [row],
  } = await here.owner.query<
    Omit<Held, 'files'>
  >(`SELECT (SELECT count(*)::int FROM fatong.law_text) AS texts, (SELECT count(*)::int FROM fatong.place) AS places,
    (SELECT count(*)::int FROM fatong.village) AS villages, (SELECT count(*)::int FROM fatong.document_template) AS templates`)
  const files = readdirSync(here.dataDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name)
  return { ...(row ?? { texts: 0, places: 0, villages: 0, templates: 0 }), files }
}
/** Imports of laws run behind the answer. */
const settled = () =>
  expect
    .poll(
      async () =>
        (
          await here.owner.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM fatong.library_import WHERE state = 'running'`,
          )
        ).rows[0]?.n,
      { timeout: 60_000 },
    )
    .toBe(0)

test('hostile files at the doors of laws, places, roads and templates are refused in words, and nothing of them stays', async () => {
  const before = await held()
  const wrong: string[] = []
  const all = await hostile()
  for (const [what, hand, file] of all) {
    const reply = await hand(file)
    if (reply.statusCode >= 500) wrong.push(`${what}: ${reply.statusCode} ${reply.body.slice(0, 200)}`)
    if (reply.statusCode >= 400 && !problemOf(reply).code) wrong.push(`${what}: ${reply.statusCode} without a code`)
    if (/\bat .+\.ts:\d+|node_modules|heap|RangeError|TypeError/.test(reply.body))
      wrong.push(`${what}: tells of the inside: ${reply.body.slice(0, 200)}`)
    await settled()
    // The service goes on, in all its threads.
    if ((await admin.get('/desk/me')).statusCode !== 200) wrong.push(`${what}: the service is gone`)
  }
  expect(await held()).toEqual(before)
  console.log(`hostile imports: ${all.length} files at 4 doors, ${wrong.length} wrong; nothing left behind`)
  expect(wrong).toEqual([])
}, 900_000)

test('a name in an archive never becomes a path', async () => {
  const names = [
    '../../../etc/cron.d/x.txt',
    '/etc/passwd.txt',
    '..\\..\\boot.txt',
    'C:\\x.txt',
    'a/../../b.txt',
    `${'长'.repeat(60)}.txt`,
    'CON.txt',
    '.txt',
    '\u202etxt.exe.txt',
  ]
  const before = await held()
  for (const name of names) {
    for (const [kind, file] of [
      ['a.zip', zipOf([entry(name, '空')])],
      ['a.tar', tarOf(name, '空')],
    ] as const) {
      expect((await library(kind)(file)).statusCode, `${name} in ${kind}`).toBeLessThan(500)
    }
  }
  await settled()
  expect((await held()).files).toEqual(before.files)
  console.log(`names in archives: ${names.length} tricks x 2 kinds, no file written`)
})

test('an honest archive, workbook and map are taken all the same', async () => {
  expect((await library('a.zip')(zipOf([entry('样例规定.txt', LAW)]))).statusCode).toBe(200)
  await settled()
  expect((await held()).texts).toBe(1)
  const sheet = await table(await writeTable('xlsx', ['编号', '名称'], [['1', '东村']]))
  expect(sheet.json<{ lines: number }>().lines).toBe(1)
})
