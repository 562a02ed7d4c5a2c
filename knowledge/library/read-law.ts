import { cleanLine } from './clean-line.ts'
import { dateInName, dateOfCommencement, datesOfPreamble } from './dates.ts'
import { depthOf, Path, plainHeading } from './heading.ts'
import { type Article, type LawText } from './law-text.ts'
import { kindOf } from './kind.ts'
import { knownCommencement } from './known-days.ts'
import { articlesOnLine, articleStart, itemStart } from './numbering.ts'
import { type LineCount, type Remark } from './report.ts'

export interface ReadLaw {
  law: LawText /** 编 that the file holds, where one law is split into files. */
  part?: string
  remarks: Remark[]
  lines: LineCount
}

const ANNEX = /^(?:附件?|附录|附表|附图)\s*(?:[一二三四五六七八九十0-9]{0,3})\s*(?:[：:].*)?$/
/** 《中华人民共和国民法典》 is 民法典 wherever it is named; 中华人民共和国和某国条约 keeps its name. */
const NAMES = /^中华人民共和国(?!和|与)|(?<=[《〈])中华人民共和国/g

interface Reading {
  path: Path
  articles: Article[]
  open: Article | undefined
  last: number
  remarks: Remark[]
  lines: LineCount
  file: string
  numbers: Map<string, number>
}

/** Reads one text as Markdown of the public collection, or as plain lines: title, preamble, headings, articles, annexes. */
export function readLaw(file: string, category: string, content: string): ReadLaw | undefined {
  const reading: Reading = {
    path: new Path(),
    articles: [],
    open: undefined,
    last: 0,
    remarks: [],
    file,
    numbers: new Map(),
    lines: { total: 0, title: 0, preamble: 0, heading: 0, article: 0, mark: 0 },
  }
  const repaired = new Map<string, number>()
  const lines = content.split(/\r\n|\n|\r/).flatMap((raw) => {
    const { text, repaired: what } = cleanLine(raw)
    for (const one of what) repaired.set(one, (repaired.get(one) ?? 0) + 1)
    return text === '' ? [] : [text]
  })
  for (const [what, count] of repaired) reading.remarks.push({ file, what: 'repaired', why: `${what} ${count} 行` })
  reading.lines.total = lines.length

  const title = titleOf(lines)
  if (title === undefined) return undefined
  const { preamble, body, part } = split(lines, title, reading)
  const numbered = body.some((line) => articleStart(line) !== undefined)
  for (const line of body) take(line, numbered, reading)
  close(reading)

  const name = title
    .replace(/\s+/g, '')
    .replace(/[<＜〈]([^<>＜＞〈〉]*)[>＞〉]/g, '《$1》')
    .replace(NAMES, '')
  const stated = datesOfPreamble(preamble)
  const versionDate = dateInName(file) ?? stated.version
  const commencement = reading.articles
    .slice(-4)
    .map(({ text }) => dateOfCommencement(text))
    .findLast((day) => day !== undefined)
  // The last article of an amended law tells when its first version began; the amended one is read from its own day on where its
  // beginning is not known. That day is not said to be one on which it came into force (`commencementOf`).
  const first = knownCommencement(name, versionDate) ?? stated.inForce ?? commencement
  const inForceFrom = first !== undefined && (versionDate === undefined || first >= versionDate) ? first : versionDate
  const law: LawText = {
    name,
    fullName: title,
    kind: kindOf(category, name, preamble.join('\n')),
    category,
    articles: reading.articles,
    ...(versionDate === undefined ? {} : { versionDate }),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(preamble.length === 0 ? {} : { preamble: preamble.join('\n') }),
  }
  if (law.articles.length === 0) return undefined
  if (versionDate === undefined) reading.remarks.push({ file, what: 'doubtful', why: '没有找到版本日期' })
  return { law, ...(part === undefined ? {} : { part }), remarks: reading.remarks, lines: reading.lines }
}

function titleOf(lines: readonly string[]): string | undefined {
  const marked = lines.find((line) => /^#\s+\S/.test(line))
  return (
    marked ? marked.replace(/^#\s+/, '') : lines.find((line) => !line.startsWith('<!--') && !line.startsWith('---'))
  )?.trim()
}

/** Above the mark INFO END, or above the first heading or article, stands what was decided when. */
function split(
  lines: readonly string[],
  title: string,
  { lines: count, path }: Reading,
): { preamble: string[]; body: string[]; part?: string } {
  const end = lines.findIndex((line) => /^<!--\s*INFO END/.test(line))
  const until =
    end >= 0
      ? end
      : lines.findIndex(
          (line) => /^##+\s/.test(line) || articleStart(line) !== undefined || itemStart(line) !== undefined,
        )
  const head = lines.slice(0, Math.max(until, 0)),
    preamble: string[] = []
  let part: string | undefined
  for (const line of head) {
    const marked = /^#\s+(.*)$/.exec(line)?.[1]?.trim()
    if (marked === title || line === title) count.title += 1
    else if (marked !== undefined) {
      count.heading += 1
      part = marked
      path.enter(plainHeading(marked), 0)
    } else if (/^<!--|^---/.test(line)) count.mark += 1
    else {
      count.preamble += 1
      preamble.push(line)
    }
  }
  if (end >= 0) count.mark += 1
  const rest = lines.slice(end >= 0 ? end + 1 : Math.max(until, 0))
  // Without a mark the title may be among what is left.
  const at = head.length === 0 ? rest.findIndex((line) => line.replace(/^#\s+/, '') === title) : -1
  if (at >= 0) count.title += 1
  return { preamble, body: rest.filter((_, i) => i !== at), ...(part === undefined ? {} : { part }) }
}

function take(line: string, numbered: boolean, reading: Reading): void {
  const heading = /^(#{1,6})\s*(.*)$/.exec(line)
  if (heading) {
    reading.lines.heading += 1
    const text = plainHeading(heading[2] as string)
    if (text === '') return void reading.remarks.push({ file: reading.file, what: 'repaired', why: '空标题已去掉' })
    close(reading)
    reading.path.enter(text, depthOf(text, (heading[1] as string).length))
    return
  }
  if (/^<!--.*-->$/.test(line) || /^-{3,}$/.test(line)) return void (reading.lines.mark += 1)
  reading.lines.article += 1
  if (/^附\s*则$/.test(line)) {
    reading.lines.article -= 1
    reading.lines.heading += 1
    close(reading)
    return reading.path.enter('附则', 2)
  }
  if (ANNEX.test(line)) {
    close(reading)
    reading.path.enter(line, 0)
    return open(reading, 'annex', line.replace(/[：:].*$/, ''), line)
  }
  const pieces = numbered ? articlesOnLine(line) : [line]
  if (pieces.length > 1)
    reading.remarks.push({
      file: reading.file,
      what: 'repaired',
      why: `一行里有 ${pieces.length} 条，已分开：${line.slice(0, 12)}…`,
    })
  for (const piece of pieces) takePiece(piece, numbered, reading)
}

function takePiece(line: string, numbered: boolean, reading: Reading): void {
  const article = numbered ? articleStart(line) : undefined
  const goesOn = article && (article.after !== undefined ? article.main === reading.last : article.main > reading.last)
  if (article && goesOn) {
    if (article.after === undefined && reading.last > 0 && article.main > reading.last + 1) {
      reading.remarks.push({
        file: reading.file,
        what: 'doubtful',
        why: `条号从第${reading.last}条跳到第${article.main}条`,
      })
    }
    reading.last = article.main
    return open(
      reading,
      article.after === undefined ? String(article.main) : `${article.main}-${article.after}`,
      article.label,
      article.rest,
    )
  }
  // A lower number at the start of a line is an article that is quoted, not one of this text.
  const item = numbered ? undefined : itemStart(line)
  if (item && item.item > reading.last) {
    reading.last = item.item
    return open(reading, `item${item.item}`, item.label, item.rest)
  }
  if (reading.open) reading.open.text += reading.open.text === '' ? line : `\n${line}`
  else open(reading, numbered ? 'preface' : 'all', numbered ? '前言' : '全文', line)
}

function open(reading: Reading, number: string, label: string, text: string): void {
  close(reading)
  const before = reading.numbers.get(number) ?? 0
  reading.numbers.set(number, before + 1)
  reading.open = { number: before === 0 ? number : `${number}~${before + 1}`, label, path: reading.path.now, text }
}

function close(reading: Reading): void {
  if (reading.open) reading.articles.push(reading.open)
  reading.open = undefined
}
