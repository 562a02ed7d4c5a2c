import { yuanOf } from '../../ui/money.ts'
import { stampOf } from '../../ui/time.ts'
import { words } from '../words/me.ts'

const t = words.file
type Row = Record<string, unknown>
const rowsOf = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter((one): one is Row => typeof one === 'object' && one !== null) : []
const rowOf = (value: unknown): Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {}
const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const moment = (value: unknown): string => (typeof value === 'number' ? stampOf(value) : '')
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

type Line = readonly [label: string, text: string]
const list = (lines: readonly Line[]): string =>
  `<dl>${lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `<dt>${safe(label)}</dt><dd>${safe(text)}</dd>`)
    .join('')}</dl>`
const section = (title: string, body: string): string =>
  `<section><h2>${safe(title)}</h2>${body === '' ? `<p>${safe(t.nothing)}</p>` : body}</section>`

function caseText(one: Row): string {
  const form = rowOf(one.form)
  return `<h3>${safe(plain(one.number))}</h3>${list([
    [t.submittedAt, moment(one.submittedAt)],
    [t.opponents, plain(one.opponents)],
    [t.story, plain(form.story)],
    [t.claim, typeof one.claimFen === 'number' ? `${yuanOf(one.claimFen)} ${t.yuan}` : ''],
    ...rowsOf(form.told).map((one): Line => [t.told[plain(one.what) as keyof typeof t.told] ?? '', plain(one.text)]),
    ...rowsOf(one.documents).map(
      (paper): Line => [t.document, `${plain(paper.title)}　${plain(paper.number)}　${moment(paper.issuedAt)}`],
    ),
    ...rowsOf(one.filePapers).map(
      (paper): Line => [
        `${plain(paper.title)}　${moment(paper.at)}`,
        rowsOf(paper.lines)
          .map((line) => `${plain(line.what)}：${plain(line.text)}`)
          .join('\n'),
      ],
    ),
    ...rowsOf(one.materials).map((paper): Line => [t.material, `${plain(paper.name)}　${moment(paper.addedAt)}`]),
    ...rowsOf(one.messages).map(
      (message): Line => [
        t.message,
        `${moment(message.at)}　${plain(rowOf(message.from).name)}：${plain(message.text)}`,
      ],
    ),
  ])}`
}

/**
 * What is kept of a person as a page anybody can open and print: the plain parts in words, and the whole record as it came
 * at the end, so that nothing is held back (个人信息保护法 45).
 */
export function readableExport(data: Readonly<Record<string, unknown>>): string {
  const person = rowOf(data.person)
  const body = [
    section(
      t.person,
      list([
        [t.personName, plain(person.name)],
        [t.idNumber, plain(person.idNumber)],
        [t.phone, plain(person.phone)],
        [t.address, plain(person.address)],
        [t.birthDate, plain(person.birthDate)],
        [t.since, moment(person.createdAt)],
      ]),
    ),
    section(t.cases, rowsOf(data.cases).map(caseText).join('')),
    section(
      t.notices,
      rowsOf(data.notices).length === 0
        ? ''
        : list(rowsOf(data.notices).map((one): Line => [moment(one.at), plain(one.text)])),
    ),
    section(
      t.readings,
      rowsOf(data.readings).length === 0
        ? ''
        : list(
            rowsOf(data.readings).map(
              (one): Line => [moment(one.at), [plain(one.by), plain(one.why)].filter(Boolean).join('：')],
            ),
          ),
    ),
    section(
      t.sessions,
      rowsOf(data.sessions).length === 0
        ? ''
        : list(rowsOf(data.sessions).map((one): Line => [moment(one.createdAt), plain(one.device)])),
    ),
  ].join('')
  const style =
    'body{font:17px/1.7 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}dt{color:#4a5968;font-size:.9em}dd{margin:0 0 .6em;white-space:pre-wrap;overflow-wrap:anywhere}h2{margin-top:2em;border-bottom:1px solid #d3dbe4}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8em}'
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(t.title)}</title><style>${style}</style><h1>${safe(t.title)}</h1><p>${safe(t.madeAt(moment(data.exportedAt)))}</p>${body}<details><summary>${safe(t.whole)}</summary><pre>${safe(JSON.stringify(data, null, 2))}</pre></details></html>`
}
