/** The law book, one printable page for a lawyer's review: every rule that is code with its sources, how sure they are, and its examples. */
import { formatCitation } from './citation.ts'
import type { Citation, CitationLevel } from './citation.ts'
import { pairs } from './law-book-words.ts'
import { RULE_BOOK } from './rule-book.ts'
import type { AnyRule } from './rule.ts'

/** An example as it stands in cases.yaml. */
export interface PrintedExample {
  name: string
  on?: string
  given: unknown
  parameters?: unknown
  expect: unknown
}
export type ExamplesOf = (folder: string, ruleId: string) => readonly PrintedExample[]

const LEVELS: Record<CitationLevel, string> = {
  法: '已对照法律条文',
  网: '只在公开网页上见到，数值是可改的设置，上线前复核',
  待核: '凭记忆，未核对，不写条号',
  设计: '不是法律规定，是平台的做法',
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The whole page; `printedOn` is written under the title as given. */
export function printLawBook(examplesOf: ExamplesOf, printedOn: string, styles: string): string {
  const total = RULE_BOOK.reduce((sum, chapter) => sum + chapter.rules.length, 0)
  const chapters = RULE_BOOK.map((chapter, index) =>
    [
      `<h2 id="c${index + 1}">${index + 1}　${escapeHtml(chapter.title)}</h2>`,
      ...chapter.rules.map((rule) => printRule(rule, examplesOf(chapter.folder, rule.id))),
    ].join('\n'),
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>法律规则册</title><style>${styles}</style></head><body>
<header><h1>法律规则册</h1><p>共 ${total} 条规则，${escapeHtml(printedOn)}印。请逐条核对：写得对不对、依据对不对、例子的结果对不对；不对的在旁边改。</p>
${printLevels()}${printContents()}</header>
<main>${chapters.join('\n')}</main></body></html>
`
}

const printLevels = (): string =>
  `<table class="levels"><caption>依据的把握</caption>${Object.entries(LEVELS)
    .map(([level, meaning]) => `<tr><th>${level}</th><td>${meaning}</td></tr>`)
    .join('')}</table>`

const printContents = (): string =>
  `<nav aria-label="目录"><ol>${RULE_BOOK.map(
    (chapter, index) =>
      `<li><a href="#c${index + 1}">${escapeHtml(chapter.title)}</a><ul>${chapter.rules
        .map((rule) => `<li><a href="#${rule.id}">${escapeHtml(rule.title)}</a></li>`)
        .join('')}</ul></li>`,
  ).join('')}</ol></nav>`

function printRule(rule: AnyRule, examples: readonly PrintedExample[]): string {
  return `<section id="${rule.id}"><h3>${escapeHtml(rule.title)}<small>${rule.id}</small></h3>
<p class="states">${escapeHtml(rule.states)}</p>
<p class="covers">规则底稿编号：${rule.covers.map(escapeHtml).join('、')}</p>
<ul class="sources">${distinct(rule.sources).map(printCitation).join('')}</ul>
<table class="examples"><thead><tr><th>例子</th><th>已知的情况</th><th>结果</th><th>核对</th></tr></thead>
<tbody>${examples.map(printExample).join('\n')}</tbody></table></section>`
}

const distinct = (sources: readonly Citation[]): Citation[] => [
  ...new Map(sources.map((source) => [`${formatCitation(source)}${source.note ?? ''}`, source])).values(),
]

const printCitation = (citation: Citation): string => {
  const note = citation.note === undefined ? '' : `：${citation.note}`
  return `<li class="level-${citation.level}">${escapeHtml(formatCitation(citation) + note)}</li>`
}

function printExample({ name, on, given, parameters, expect }: PrintedExample): string {
  const facts = [
    ...pairs(given),
    ...(on === undefined ? [] : [`申请日：${on}`]),
    ...pairs(parameters).map((pair) => `本地设置 ${pair}`),
  ]
  return `<tr><td>${escapeHtml(name)}</td><td>${list(facts)}</td><td>${list(pairs(expect))}</td><td class="check">□ 对<br>□ 不对</td></tr>`
}

const list = (lines: readonly string[]): string =>
  lines.map((line) => `<div>${escapeHtml(line)}</div>`).join('') || '（什么都还不知道）'
