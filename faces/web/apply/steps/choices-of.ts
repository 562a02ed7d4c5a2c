import type { Choice } from '../../controls/Choices.tsx'

/** A table of words as choices, in its order. */
export const choicesOf = <K extends string>(words: Readonly<Record<K, string>>): Choice<K>[] =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))
