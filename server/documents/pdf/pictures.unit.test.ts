import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bearsCode } from '../form.ts'
import { DOCUMENT_KINDS, FORMS } from '../kinds.ts'
import { SPECIMENS } from '../specimens.ts'
import { viewOf, type View } from '../view.ts'
import { renderPdfWithReport } from './render-pdf.ts'

const poppler = spawnSync('pdftoppm', ['-v']).error === undefined
if (!poppler) console.warn('Pictures of the PDF pages are not checked: poppler (pdftoppm, pdftotext) is not installed.')

const folder = mkdtempSync(join(tmpdir(), 'fatong-pages-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Page {
  width: number
  height: number
  grey: Buffer
}
let files = 0
/** Draws one page at 100 dots an inch. */
function drawn(pdf: Buffer, page = 1): Page {
  const name = join(folder, `p${++files}`)
  writeFileSync(`${name}.pdf`, pdf)
  const made = spawnSync('pdftoppm', [
    '-r',
    '100',
    '-gray',
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    `${name}.pdf`,
    name,
  ])
  if (made.status !== 0) throw new Error(made.stderr.toString())
  const file = readFileSync(`${name}.pgm`),
    head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 60))!
  return { width: Number(head[1]), height: Number(head[2]), grey: file.subarray(head[0].length) }
}
function wordsOf(pdf: Buffer): string {
  const name = join(folder, `t${++files}.pdf`)
  writeFileSync(name, pdf)
  return spawnSync('pdftotext', ['-raw', name, '-']).stdout.toString().replace(/\s/g, '')
}
/** Pixels of `page` that `other` has not. */
function changes(page: Page, other: Page): { x: number; y: number }[] {
  const found = []
  for (let i = 0; i < page.grey.length; i++)
    if (Math.abs(page.grey[i]! - other.grey[i]!) > 96) found.push({ x: i % page.width, y: Math.floor(i / page.width) })
  return found
}
const span = (of: number[]) => Math.max(...of) - Math.min(...of)
/** The texts the form shows; choices may serve only to pick a section. */
const texts = (view: View, form: string): string[] =>
  Object.entries(view).flatMap(([tag, value]) =>
    Array.isArray(value)
      ? value.flatMap((row) => texts(row, form))
      : typeof value === 'string' && form.includes(`{${tag}}`)
        ? value.split('\n')
        : [],
  )

describe.skipIf(!poppler)('pages as pictures', () => {
  it.each(DOCUMENT_KINDS)('%s has its text, a title in the middle and clean margins', async (kind) => {
    const { pdf, missingCharacters } = await renderPdfWithReport(kind, SPECIMENS[kind])
    expect(missingCharacters).toEqual([])
    const page = drawn(pdf),
      dark: { x: number; y: number }[] = []
    for (let i = 0; i < page.grey.length; i++)
      if (page.grey[i]! < 128) dark.push({ x: i % page.width, y: Math.floor(i / page.width) })
    expect([page.width, page.height]).toEqual([827, 1170])
    expect(Math.min(...dark.map((p) => p.x))).toBeGreaterThan(100)
    expect(Math.max(...dark.map((p) => p.x))).toBeLessThan(730)
    expect(Math.min(...dark.map((p) => p.y))).toBeGreaterThan(95)
    const head = dark.filter((p) => p.y < 200).map((p) => p.x),
      middle = (Math.min(...head) + Math.max(...head)) / 2
    expect(Math.abs(middle - (110 + 724) / 2)).toBeLessThan(8)
    const text = wordsOf(pdf)
    for (const value of texts(viewOf(FORMS[kind].schema, SPECIMENS[kind]), JSON.stringify(FORMS[kind].blocks)))
      expect(text).toContain(value.replace(/\s/g, ''))
    expect(text.includes('扫码核验')).toBe(bearsCode(FORMS[kind]))
  })

  const letter = (providerPhone: string | undefined) =>
    renderPdfWithReport('officialLetter', { ...SPECIMENS.officialLetter, providerPhone })
  const rare = [...'㛃䶮𬱖𫖯𠅤喆堃婳翀昇骉叒𠮷𡋗𬎆㸃𬀩𣲗']

  it('every rare character has a shape of its own in its cell, neither blank nor the same box', async () => {
    const blank = drawn((await letter(undefined)).pdf),
      shapes = new Map<string, string>()
    for (const character of rare) {
      const { pdf, missingCharacters } = await letter(character)
      expect(missingCharacters).toEqual([])
      const ink = changes(drawn(pdf), blank)
      expect(ink.length, character).toBeGreaterThan(25)
      expect(span(ink.map((p) => p.x)), character).toBeLessThan(18)
      expect(span(ink.map((p) => p.y)), character).toBeLessThan(18)
      shapes.set(character, ink.map((p) => `${p.x},${p.y}`).join(' '))
    }
    expect(new Set(shapes.values()).size).toBe(rare.length)
  })
  it('a name with middle dots keeps them', async () => {
    const dot = changes(drawn((await letter('买买提·艾力')).pdf), drawn((await letter('买买提　艾力')).pdf))
    expect(dot.length).toBeGreaterThan(0)
  })
  it('a character without a font is spelled out on the page with a note, and reported', async () => {
    const { pdf, missingCharacters } = await letter('王\u{E0FFF}')
    expect(missingCharacters).toEqual(['\u{E0FFF}'])
    expect(wordsOf(pdf)).toContain('〔U+E0FFF〕')
    expect(wordsOf(pdf)).toContain('请手写补正后盖章')
  })
  it('a ticked box differs from an empty one by a tick, not by its frame', async () => {
    const form = (means: 'check' | 'waived') =>
      renderPdfWithReport('applicationForm', { ...SPECIMENS.applicationForm, appliedBy: 'self', means })
    const ticks = changes(drawn((await form('check')).pdf), drawn((await form('waived')).pdf))
    expect(ticks.length).toBeGreaterThan(20)
    expect(ticks.length).toBeLessThan(200)
    expect(span(ticks.map((p) => p.y))).toBeLessThan(16)
  })
  it('a long story runs over pages without losing its end', async () => {
    const story = `${'工地欠薪情况很长。'.repeat(300)}这是最后一句。`
    expect(
      wordsOf((await renderPdfWithReport('applicationForm', { ...SPECIMENS.applicationForm, story })).pdf),
    ).toContain('这是最后一句。')
  })
})
