/** Labelled pairs in the format of the benchmark's training files: one question a line with all its articles. */

export interface LabelledPair {
  question: string
  articleKey: string
  origin: string
}

export interface LabelLine {
  /** Unlike those of other training files, so that files can be put one after the other. */
  id: string
  question: string
  gold: string[]
}

/** Questions in the order in which they came, each once; a lawyer's choice stands before what people opened. */
export function labelLines(pairs: readonly LabelledPair[], origins: readonly string[]): LabelLine[] {
  const questions = new Map<string, { lawyer: string[]; others: string[] }>()
  for (const { question, articleKey, origin } of pairs) {
    if (!origins.includes(origin)) continue
    const gold = questions.get(question) ?? { lawyer: [], others: [] }
    ;(origin === 'lawyer' ? gold.lawyer : gold.others).push(articleKey)
    questions.set(question, gold)
  }
  return [...questions].map(([question, { lawyer, others }], at) => ({
    id: `desk-${at + 1}`,
    question,
    gold: [...new Set(lawyer.length > 0 ? lawyer : others)],
  }))
}
