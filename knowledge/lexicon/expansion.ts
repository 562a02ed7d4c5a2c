import { LEXICON } from './lexicon.ts'

/** Longest first, so that 没签劳动合同 counts before 合同. */
const BY_LENGTH = LEXICON.flatMap(({ lay, legal }) => lay.map((said) => ({ said, legal }))).sort((a, b) => b.said.length - a.said.length || (a.said < b.said ? -1 : 1))

/** The legal words behind the everyday words of a question (simplified, lower case), each once. */
export function legalWordsOf(question: string): string[] {
  const found = new Set<string>()
  let rest = question
  for (const { said, legal } of BY_LENGTH) {
    if (!rest.includes(said)) continue
    for (const word of legal) found.add(word)
    // A longer way of saying it is not counted again by its parts, save in other entries of the same length.
    if (said.length > 2) rest = rest.replaceAll(said, ' ')
  }
  return [...found]
}
