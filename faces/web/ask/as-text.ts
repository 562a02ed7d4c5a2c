import type { Answer, Said } from '@fatong/contract/consultation/shapes.ts'
import { words } from '../words/ask.ts'
import { citedAs } from './cited-as.ts'

/** An answer as plain text, to be sent on: what was asked, the answer, the steps, and what each sentence rests on. */
export function asText(question: string, { short, steps, deadlines, where, guide }: Answer): string {
  const part = (title: string, said: readonly Said[], numbered = false) =>
    said.length === 0
      ? []
      : [`【${title}】`, ...said.map((one, i) => `${numbered ? `${i + 1}. ` : ''}${one.text}${basis(one)}`)]
  return [
    `${words.you}：${question.slice(0, 200)}`,
    ...part(words.short, short),
    ...part(words.steps, steps, true),
    ...part(words.deadlines, deadlines),
    ...(where === undefined ? [] : [`【${words.where}】${where}`]),
    ...(guide === undefined ? [] : [`${words.whole}：${location.origin}/guides/${guide.slug}`]),
  ].join('\n')
}

const basis = ({ sources }: Said): string => {
  const named = sources.flatMap((one) => (one.kind === 'article' ? [citedAs(one)] : []))
  return named.length === 0 ? '' : `（${named.join('、')}）`
}
