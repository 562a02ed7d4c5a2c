import fc from 'fast-check'
import { expect, it } from 'vitest'
import { legalWordsOf } from './expansion.ts'
import { LEXICON } from './lexicon.ts'

const SAID = LEXICON.flatMap(({ lay }) => lay)

/** As the lexicon is meant: every entry is looked for, the longest first. */
function byWalkingThrough(question: string): string[] {
  const found = new Set<string>()
  let rest = question
  for (const { said, legal } of LEXICON.flatMap(({ lay, legal: words }) =>
    lay.map((one) => ({ said: one, legal: words })),
  ).sort((a, b) => b.said.length - a.said.length || (a.said < b.said ? -1 : 1))) {
    if (!rest.includes(said)) continue
    for (const word of legal) found.add(word)
    if (said.length > 2) rest = rest.replaceAll(said, ' ')
  }
  return [...found]
}

it('finds by the beginnings what walking through the whole lexicon finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.constantFrom(...SAID), fc.string({ maxLength: 3 }), fc.constantFrom('的', '了', '，', '老')),
        { maxLength: 8 },
      ),
      (pieces) => {
        const question = pieces.join('')
        expect(legalWordsOf(question)).toEqual(byWalkingThrough(question))
      },
    ),
    { numRuns: 300 },
  )
})

it('counts a longer saying once, not again by its parts', () => {
  expect(legalWordsOf('老板拖着工钱')).toEqual(expect.arrayContaining(['用人单位', '劳动报酬']))
  expect(legalWordsOf('')).toEqual([])
})
