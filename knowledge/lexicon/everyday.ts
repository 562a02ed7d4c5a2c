import { LEXICON } from './lexicon.ts'

const BY_LEGAL = new Map<string, string[]>()
for (const { lay, legal } of LEXICON)
  for (const word of legal) if (word.length >= 2) BY_LEGAL.set(word, [...(BY_LEGAL.get(word) ?? []), ...lay])
const LONGEST_FIRST = [...BY_LEGAL].sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))

/** A text of law said in everyday words, as far as the lexicon goes; each word is turned or left as `random` has it. Used to learn from texts how people might ask. */
export function everydayOf(text: string, random: () => number): string {
  let said = text
  for (const [legal, lay] of LONGEST_FIRST) {
    if (said.includes(legal) && random() < 0.7)
      said = said.replaceAll(legal, lay[Math.floor(random() * lay.length)] ?? legal)
  }
  return said
}
