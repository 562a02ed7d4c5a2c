import { LEXICON } from './lexicon.ts'

/** Longest first, so that 没签劳动合同 counts before 合同. */
const BY_LENGTH = LEXICON.flatMap(({ lay, legal }) => lay.map((said) => ({ said, legal }))).sort(
  (a, b) => b.said.length - a.said.length || (a.said < b.said ? -1 : 1),
)

/** Places in `BY_LENGTH` by the first two characters: a question has few of them, the lexicon thousands. */
const BY_START = new Map<string, number[]>()
BY_LENGTH.forEach(({ said }, at) => {
  const start = said.slice(0, 2),
    same = BY_START.get(start)
  if (same === undefined) BY_START.set(start, [at])
  else same.push(at)
})

/** The legal words behind the everyday words of a question (simplified, lower case), each once. */
export function legalWordsOf(question: string): string[] {
  const found = new Set<string>()
  let rest = question
  for (const at of beginningIn(question)) {
    const { said, legal } = BY_LENGTH[at]!
    if (!rest.includes(said)) continue
    for (const word of legal) found.add(word)
    // A longer way of saying it is not counted again by its parts, save in other entries of the same length.
    if (said.length > 2) rest = rest.replaceAll(said, ' ')
  }
  return [...found]
}

/** Places of what may stand in the question, in order. */
function beginningIn(question: string): number[] {
  const places = new Set<number>()
  for (let i = 0; i < question.length; i++) {
    for (const length of [1, 2]) for (const at of BY_START.get(question.slice(i, i + length)) ?? []) places.add(at)
  }
  return [...places].sort((a, b) => a - b)
}
