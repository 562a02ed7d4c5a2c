import { type CaseText, readCase } from './read-case.ts'
import { type LawText } from './law-text.ts'
import { readLaw, type ReadLaw } from './read-law.ts'
import { plainTextOf } from './formats.ts'
import { type LineCount, type Remark } from './report.ts'
import { inForceIntervals } from './versions.ts'

/** `unread`: what came with an archive and is not even looked at, and why. */
export interface CollectionFile {
  path: string
  bytes: Uint8Array
  unread?: string
}
export interface Collection {
  laws: LawText[]
  cases: CaseText[]
  report: { files: number; articles: number; lines: LineCount; remarks: Remark[] }
}

/** Reads all files of a collection of laws; what cannot be used is told in the report. */
export function readCollection(
  files: Iterable<CollectionFile>,
  progress: (done: number) => void = () => undefined,
): Collection {
  const read: ReadLaw[] = [],
    cases: CaseText[] = [],
    remarks: Remark[] = []
  const lines: LineCount = { total: 0, title: 0, preamble: 0, heading: 0, article: 0, mark: 0 }
  let count = 0
  for (const { path, bytes, unread } of files) {
    count += 1
    progress(count)
    const skip = unread ?? reasonToSkip(path)
    if (skip !== undefined) {
      remarks.push({ file: path, what: 'skipped', why: skip })
      continue
    }
    const content = plainTextOf(path, bytes)
    if (!content.ok) {
      remarks.push({ file: path, what: 'skipped', why: content.why })
      continue
    }
    const folders = path.split('/').slice(0, -1)
    const at = folders.findIndex((folder) => folder === '案例')
    if (at >= 0) {
      const one = readCase(folders[at + 1] ?? '其他', content.text)
      if (one) cases.push(one)
      else remarks.push({ file: path, what: 'skipped', why: '没有案情' })
      continue
    }
    const law = readLaw(path, folders.join('/'), content.text)
    if (!law) {
      remarks.push({ file: path, what: 'skipped', why: '没有正文' })
      continue
    }
    read.push(law)
    remarks.push(...law.remarks)
    for (const key of Object.keys(lines) as (keyof LineCount)[]) lines[key] += law.lines[key]
  }
  const laws = inForceIntervals(joinParts(read, remarks), remarks)
  return {
    laws,
    cases,
    report: { files: count, articles: laws.reduce((sum, law) => sum + law.articles.length, 0), lines, remarks },
  }
}

function reasonToSkip(path: string): string | undefined {
  const name = path.split('/').at(-1) ?? ''
  if (name.startsWith('.') || path.includes('/.git/') || path.startsWith('.git/')) return '不是法律文本'
  if (/^_index\.|^readme\.|^license|模版|模板/i.test(name)) return '目录或说明，不是法律文本'
  if (!/\.(md|markdown|txt|docx|html?)$/i.test(name)) return '不认识的文件种类'
  return undefined
}

/** One law in several files, 编 by 编, becomes one text in the order of its articles. */
function joinParts(read: readonly ReadLaw[], remarks: Remark[]): LawText[] {
  const whole: LawText[] = [],
    parts = new Map<string, ReadLaw[]>()
  for (const one of read) {
    if (one.part === undefined) whole.push(one.law)
    else parts.set(one.law.name, [...(parts.get(one.law.name) ?? []), one])
  }
  const firstNumber = ({ law }: ReadLaw) => Number(law.articles.find(({ number }) => /^\d+$/.test(number))?.number ?? 0)
  for (const [name, several] of parts) {
    const [first, ...rest] = several.sort((a, b) => firstNumber(a) - firstNumber(b))
    if (!first) continue
    const seen = new Set<string>()
    const articles = [first, ...rest]
      .flatMap(({ law }) => law.articles)
      .map((article) => {
        const number = seen.has(article.number)
          ? `${article.number}~${[...seen].filter((one) => one.split('~')[0] === article.number).length + 1}`
          : article.number
        seen.add(number)
        return { ...article, number }
      })
    whole.push({ ...first.law, articles })
    if (rest.length > 0)
      remarks.push({ file: name, what: 'repaired', why: `分成 ${several.length} 个文件，已合成一部` })
  }
  return whole
}
