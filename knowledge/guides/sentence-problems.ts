import { isRecord, isText, listOf, type GuideProblem } from './shapes.ts'

/** `民法典#1062`, `刑法#276-1`: the short name of the law, a hash, the number of the article. */
const CITATION = /^[^#\s]+#\d+(-\d+)?$/
/** A time limit in numbers states law and needs its article: 30日内, 一年内. */
const TIME_LIMIT = /[\d一二两三四五六七八九十]+(个工作)?(日|天|个月|年|小时)之?内/

/** Checks answer, steps, deadlines and traps, and what choices add: text, citations, and that what states a legal time limit names its article. */
export function sentenceProblems(data: Record<string, unknown>): GuideProblem[] {
  const spoken = (['answer', 'steps', 'deadlines', 'traps'] as const).flatMap((field) =>
    listOf(data[field]).flatMap((sentence, at) =>
      oneSentence(sentence, `${field}[${at}]`, field === 'answer' || field === 'deadlines'),
    ),
  )
  const added = listOf(data.needs).flatMap((need, at) => choiceSentences(need, `needs[${at}]`))
  const cited = listOf(data.answer).some((sentence) => isRecord(sentence) && listOf(sentence.cites).length > 0)
  return [...spoken, ...added, ...(cited ? [] : [{ field: 'answer', what: 'cites no article at all' }])]
}

const choiceSentences = (need: unknown, field: string): GuideProblem[] =>
  isRecord(need)
    ? listOf(need.choices).flatMap((choice, at) =>
        isRecord(choice) && choice.says !== undefined
          ? oneSentence(choice.says, `${field}.choices[${at}].says`, true)
          : [],
      )
    : []

function oneSentence(sentence: unknown, field: string, statesLaw: boolean): GuideProblem[] {
  if (!isRecord(sentence) || !isText(sentence.text)) return [{ field, what: 'must have a text' }]
  if (!Array.isArray(sentence.cites)) return [{ field, what: 'must have cites, [] where it states no law' }]
  const wrong = sentence.cites.filter((cite) => !isText(cite) || !CITATION.test(cite))
  if (wrong.length > 0) return [{ field, what: `"${wrong.join('", "')}" must be written law#number` }]
  if (statesLaw && TIME_LIMIT.test(sentence.text) && sentence.cites.length === 0)
    return [{ field, what: `states a time limit without an article: ${sentence.text}` }]
  return []
}
