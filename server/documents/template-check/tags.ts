import Docxtemplater from 'docxtemplater'
import type PizZip from 'pizzip'
import { fieldOf, noteOf, optionTag, tagsOf } from '../view.ts'
import type { z } from 'zod'

interface Part {
  type: string
  module?: string
  value: string
  subparsed?: Part[]
}
/** A tag as it stands in a template, with the lists around it. */
export interface UsedTag {
  tag: string
  around: readonly string[]
  raw: boolean
}

/** Every tag of a template in its headers, footers and body. */
export function usedTags(word: Docxtemplater): UsedTag[] {
  const found: UsedTag[] = []
  const walk = (parts: readonly Part[], around: readonly string[]) => {
    for (const part of parts) {
      if (part.type !== 'placeholder') continue
      found.push({ tag: part.value, around, raw: part.module === 'rawxml' })
      if (part.subparsed) walk(part.subparsed, [...around, part.value])
    }
  }
  for (const compiled of Object.values(
    (word as unknown as { compiled: Record<string, { postparsed: Part[] }> }).compiled,
  ))
    walk(compiled.postparsed, [])
  return found
}

/** Unknown tags and missing necessary ones, as Chinese sentences. */
export function tagProblems(schema: z.ZodObject, used: readonly UsedTag[]): string[] {
  const known = tagsOf(schema),
    problems: string[] = []
  const allowed = ({ tag, around }: UsedTag) =>
    known.single.has(tag) || known.lists.has(tag) || around.some((list) => known.lists.get(list)?.has(tag))
  const unknown = new Set(used.filter((u) => !allowed(u)).map((u) => u.tag))
  if (unknown.size > 0)
    problems.push(
      `不认识的填写项：${[...unknown].map((t) => `{${t}}`).join('、')}。花括号里的名字要和原来一字不差：请改回来，用不着就整个删掉`,
    )
  if (used.some((u) => u.raw)) problems.push('不能使用 {@……} 形式的填写项，请去掉 @')
  const present = new Set(used.map((u) => u.tag)),
    missing: string[] = []
  for (const key of Object.keys(schema.shape)) {
    const { label, writing } = noteOf(schema, key)
    if (key === 'verifyUrl' || fieldOf(schema, key).safeParse(undefined).success) continue
    const shown =
      present.has(label) ||
      (writing.as === 'choice' && Object.values(writing.options).some((words) => present.has(optionTag(label, words))))
    if (!shown && !(writing.as === 'list' && fieldOf(schema, key).safeParse([]).success)) missing.push(label)
  }
  if (missing.length > 0)
    problems.push(`缺少必要的填写项：${missing.map((t) => `{${t}}`).join('、')}。请照原样写回文书里，连花括号一起`)
  return problems
}

/** Opens a package with docxtemplater. `{` and `}` are the marks; line ends in values become line ends in Word. */
export const openWord = (zip: PizZip) => new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true })
