import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpeg, pdf, png, zip } from '../files/testing/samples.ts'
import { APPLICANT, startDraft, submit, type HeldDraft } from './standing/application.ts'
import { problemOf, type Client, type Reply } from './standing/client.ts'
import { installation, type Installation } from './standing/installation.ts'
import { citizen, colleague } from './standing/people.ts'

let here: Installation
let self: Client
let clerk: Client
let draft: HeldDraft
let caseAt: { id: string; number: string }
beforeAll(async () => {
  here = await installation({ UPLOAD_MAX_BYTES: '1000000' })
  self = (await citizen(here, APPLICANT.phone, APPLICANT.name)).client
  clerk = (await colleague(here, 'clerk', 'center')).client
  draft = await startDraft(self)
  caseAt = await submit(self, here.places.station)
})
afterAll(() => here.close())

const html = Buffer.from('<html><script>alert(1)</script></html>')
const bombOfPdf = deflateSync(Buffer.alloc(300_000_000), { level: 9 })
/** name of the attack -> file, what it calls itself, and the code it must be answered with */
const HOSTILE: readonly [what: string, file: Buffer, name: string, code: string][] = [
  ['JPEG with a ZIP behind it', jpeg({ behind: zip() }), 'a.jpg', 'fileHostile'],
  ['PNG with HTML behind it', png({ behind: html }), 'a.png', 'fileHostile'],
  ['PDF with a ZIP behind it', pdf({ behind: zip().toString('latin1') }), 'a.pdf', 'fileHostile'],
  ['GIF that is JavaScript', Buffer.from('GIF89a/*....*/=1;alert(1)//'), 'a.gif', 'fileNotAccepted'],
  ['PNG that is also a PDF', Buffer.concat([png(), pdf()]), 'a.png', 'fileHostile'],
  [
    'PDF with JavaScript',
    pdf({ objects: '5 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n' }),
    'a.pdf',
    'fileHostile',
  ],
  [
    'PDF that starts a program',
    pdf({ objects: '5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n' }),
    'a.pdf',
    'fileHostile',
  ],
  ['PDF with a file in it', pdf({ objects: '5 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n' }), 'a.pdf', 'fileHostile'],
  ['PDF bomb', pdf({ streams: [{ dictionary: '/Filter /FlateDecode', data: bombOfPdf }] }), 'a.pdf', 'fileHostile'],
  [
    'PNG bomb of 60,000 x 60,000 points',
    png({ width: 60_000, height: 60_000, data: deflateSync(Buffer.alloc(1000)) }),
    'a.png',
    'fileHostile',
  ],
  [
    'PNG bomb that unpacks to more than it says',
    png({ data: deflateSync(Buffer.alloc(100_000_000), { level: 9 }) }),
    'a.png',
    'fileHostile',
  ],
  ['JPEG bomb of 65,000 x 65,000 points', jpeg({ width: 65_000, height: 65_000 }), 'a.jpg', 'fileHostile'],
  ['ZIP', zip(), 'a.zip', 'fileNotAccepted'],
  ['ZIP called a picture', zip(), 'a.jpg', 'fileNotAccepted'],
  ['HTML called a picture', html, 'a.png', 'fileNotAccepted'],
  [
    'SVG with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'a.svg',
    'fileNotAccepted',
  ],
  ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'a.exe', 'fileNotAccepted'],
  ['picture called a program', png(), 'a.exe', 'fileNotAccepted'],
  ['picture called a page', png(), 'a.png.html', 'fileNotAccepted'],
  ['picture called a PDF', png(), 'a.pdf', 'fileNotAccepted'],
  ['too large', Buffer.concat([png(), Buffer.alloc(1_000_001)]), 'a.png', 'fileTooLarge'],
  ['nothing', Buffer.alloc(0), 'a.png', 'fileChanged|fileNotAccepted'],
  ['half a picture', jpeg().subarray(0, 60), 'a.jpg', 'fileChanged|fileHostile'],
]
const TRICKS: readonly string[] = [
  '../../../etc/passwd.png',
  '..\\..\\boot.png',
  '/etc/cron.d/x.png',
  'C:\\x.png',
  'a\u0000.png',
  'a\r\nSet-Cookie: x=1.png',
  `${'长'.repeat(190)}.png`,
  '\u202egnp.exe.png',
  'CON.png',
  '.png',
  '....//x.png',
  '<script>.png',
  `';--.png`,
  '%2e%2e%2fx.png',
]

const stored = (): string[] =>
  readdirSync(join(here.dataDir, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
const doors = (): Record<string, (file: Buffer, name: string, headers?: Record<string, string>) => Promise<Reply>> => ({
  'a draft': (file, name, headers) =>
    self.post(`/drafts/${draft.id}/materials?kind=other&name=${encodeURIComponent(name)}`, file, {
      headers: { 'x-draft-secret': draft.secret, ...headers },
    }),
  'a citizen’s case': (file, name, headers) =>
    self.post(`/citizen/cases/${caseAt.number}/materials?kind=other&name=${encodeURIComponent(name)}`, file, {
      headers,
    }),
  'the desk': (file, name, headers) =>
    clerk.post(`/desk/cases/${caseAt.id}/materials?kind=other&name=${encodeURIComponent(name)}`, file, { headers }),
})

test('hostile files are refused at every door with the right code, and nothing of them stays', async () => {
  const rows = async () =>
    (
      await here.owner.query<{ n: number }>(
        'SELECT (SELECT count(*) FROM fatong.material)::int + (SELECT count(*) FROM fatong.blob)::int AS n',
      )
    ).rows[0]?.n
  const before = { files: stored(), rows: await rows() }
  const wrong: string[] = []
  for (const [door, hand] of Object.entries(doors())) {
    for (const [what, file, name, code] of HOSTILE) {
      const reply = await hand(file, name)
      const got = reply.statusCode < 400 ? 'kept' : problemOf(reply).code
      if (!code.split('|').includes(got)) wrong.push(`${what} at ${door}: ${code} was expected, got ${got}`)
    }
    const changed = await hand(png(), 'a.png', { 'x-file-sha256': createHash('sha256').update('other').digest('hex') })
    if (problemOf(changed).code !== 'fileChanged') wrong.push(`a file with another hash at ${door}`)
    const mistyped = await hand(png(), 'a.png', { 'x-file-type': 'text/html' })
    if (mistyped.statusCode < 400) wrong.push(`a picture sent as a page at ${door}`)
  }
  expect({ files: stored(), rows: await rows() }).toEqual(before)
  console.log(
    `hostile files: ${HOSTILE.length + 2} kinds x 3 doors, ${wrong.length} wrong; 0 files and 0 rows left behind`,
  )
  expect(wrong).toEqual([])
})

test('a name never becomes a path, a header or a type', async () => {
  const wrong: string[] = []
  let opened = 0
  for (const name of TRICKS) {
    const kept = await doors()['the desk']?.(png(), name)
    if (!kept) throw new Error('no such door')
    if (kept.statusCode >= 500) wrong.push(`${JSON.stringify(name)}: ${kept.statusCode}`)
    if (kept.statusCode >= 400) continue
    const reply = await clerk.get(`/desk/cases/${caseAt.id}/materials/${kept.json<{ id: string }>().id}`)
    opened += 1
    const { headers } = reply
    if (
      reply.statusCode !== 200 ||
      headers['content-type'] !== 'image/png' ||
      headers['x-content-type-options'] !== 'nosniff' ||
      headers['set-cookie'] !== undefined
    )
      wrong.push(`${JSON.stringify(name)}: served as ${reply.statusCode} ${String(headers['content-type'])}`)
    if (
      /[/\\]|\.\./.test(decodeURIComponent(String(headers['content-disposition']).replace(/^.*filename\*=UTF-8''/, '')))
    )
      wrong.push(`${JSON.stringify(name)}: named ${String(headers['content-disposition'])}`)
  }
  const { rows } = await here.owner.query<{ name: string }>(
    `SELECT name FROM fatong.material WHERE name ~ '[/\\\\[:cntrl:]]' OR name LIKE '%..%'`,
  )
  expect(rows).toEqual([])
  const outside = readdirSync(here.dataDir).filter((entry) => !['blobs', 'fonts', 'secret.key'].includes(entry))
  expect(outside).toEqual([])
  expect(stored().filter((file) => !/^[0-9a-f]{64}/.test(file))).toEqual([])
  console.log(`names of files: ${TRICKS.length} tricks, ${opened} kept under a clean name, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
})

test('what lies on the disk cannot be read without the key', async () => {
  const secret = png({ width: 77, height: 77 })
  const reply = await doors()['the desk']?.(secret, '证.png')
  const { sha256 } = reply?.json<{ sha256: string }>() ?? { sha256: '' }
  const file = readdirSync(join(here.dataDir, 'blobs'), { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && entry.name.startsWith(sha256),
  )
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(file?.name ?? '').not.toContain('.png')
})
