import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import { articleKey } from '@fatong/knowledge/library/law-text.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import type { Parts } from '../parts.ts'

export interface CitedArticle {
  key: string
  law: string
  number: string
  label: string
  articleId: string | null
}

/** 133-1 -> 第133条之1; the desk and the reader print numbers as digits, which more people read easily. */
export function articleLabel(number: string): string {
  const [article = '', sub] = number.split('-')
  if (!/^\d+$/.test(article)) return number.startsWith('item') ? `第${number.slice(4)}项` : ''
  return `第${article}条${sub === undefined ? '' : `之${sub}`}`
}

/** Every article a guide rests on, in the order in which they come up, with its place in the library when the text is there. */
export async function articlesCited(parts: Parts, guide: Guide): Promise<CitedArticle[]> {
  const keys = [
    ...new Set([guide.answer, guide.steps, guide.deadlines, guide.traps].flat().flatMap(({ cites }) => cites)),
  ]
  const held = await parts.consultation.library().byKeys(keys, localDateOf(parts.clock.now()))
  const places = new Map(held.map(({ id, title, number }) => [articleKey(title, number), id]))
  return keys.map((key) => {
    const [law = '', number = ''] = key.split('#')
    return { key, law, number, label: `《${law}》${articleLabel(number)}`, articleId: places.get(key) ?? null }
  })
}
