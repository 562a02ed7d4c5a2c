import PizZip from 'pizzip'
import { bearsCode } from '../form.ts'
import { FORMS, type DocumentKind } from '../kinds.ts'
import { hasPicture, QR_PICTURE } from '../word/pictures.ts'
import { undrawable } from '../word-pages/undrawable.ts'
import { hostileParts } from './hostile-parts.ts'
import { openWord, tagProblems, usedTags } from './tags.ts'
import { HostileFileError, zipEntries } from './zip-entries.ts'

export type TemplateVerdict = { ok: true } | { ok: false; problems: string[] }

/** Judges a template uploaded by the bureau: harmless, readable, all necessary tags, no unknown ones. */
export function checkTemplate(kind: DocumentKind, file: Buffer): TemplateVerdict {
  const opened = openTemplate(kind, file)
  return 'problems' in opened ? { ok: false, problems: opened.problems } : { ok: true }
}

/** The checked package, rebuilt from the parts that were looked at, or its problems. */
export function openTemplate(kind: DocumentKind, file: Buffer): { zip: PizZip } | { problems: string[] } {
  const form = FORMS[kind]
  let entries: Map<string, Buffer>
  try {
    entries = zipEntries(file)
  } catch (error) {
    if (error instanceof HostileFileError) return { problems: [error.message] }
    throw error
  }
  const hostile = hostileParts(entries)
  if (hostile.length > 0) return { problems: hostile }
  const zip = packed(entries)
  const problems: string[] = []
  try {
    problems.push(...tagProblems(form.schema, usedTags(openWord(packed(entries)))))
  } catch (error) {
    return { problems: syntaxProblems(error) }
  }
  const wording = (entries.get('word/document.xml')?.toString('utf8') ?? '').replace(/<[^>]+>/g, '')
  const unsaid = (form.mustSay ?? []).filter((words) => !wording.includes(words))
  if (unsaid.length > 0) problems.push(`依法必须写明的内容不见了：${unsaid.map((w) => `“${w}”`).join('、')}`)
  if (bearsCode(form) && !hasPicture(zip, QR_PICTURE))
    problems.push(`缺少“${QR_PICTURE}”图片（图片的替代文字要写“${QR_PICTURE}”）`)
  problems.push(...undrawable(zip))
  return problems.length > 0 ? { problems } : { zip }
}

/** docxtemplater changes the package it is given, so each use gets its own. */
function packed(entries: ReadonlyMap<string, Buffer>): PizZip {
  const zip = new PizZip()
  for (const [name, bytes] of entries) zip.file(name, bytes)
  return zip
}

const SYNTAX: Readonly<Record<string, string>> = {
  unopened_tag: '有“}”没有对应的“{”，请补上',
  unclosed_tag: '有“{”没有对应的“}”，请补上',
  duplicate_open_tag: '“{”写了两次，请去掉一个',
  duplicate_close_tag: '“}”写了两次，请去掉一个',
  unopened_loop: '有结束标记没有开始标记，请照原样补上',
  unclosed_loop: '有开始标记没有结束标记，请照原样补上',
  closing_tag_does_not_match_opening_tag: '开始标记和结束标记对不上，请照原样改回来',
  empty_tag: '花括号里是空的，请写上名字或者删掉',
}

/** docxtemplater's findings in plain Chinese; anything that is not a finding is a bug and thrown on. */
function syntaxProblems(error: unknown): string[] {
  const properties = (error as { properties?: { id?: string; xtag?: string; errors?: unknown[] } }).properties
  if (!properties?.id) return ['文件内容读不出来，请在 Word 里另存为 .docx 再上传']
  if (properties.errors) return properties.errors.flatMap(syntaxProblems)
  return [
    `${SYNTAX[properties.id] ?? '填写项的写法不对，请照原样改回来'}${properties.xtag ? `。在“${properties.xtag}”附近` : ''}`,
  ]
}
