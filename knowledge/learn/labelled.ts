/** A question with the sources that answer it, by place in the index, and what the training data say besides. */
export interface Labelled {
  id: string
  question: string
  keywords: string
  answer: string
  gold: number[]
  goldKeys: string[]
  /** Slug of the guide whose way of asking it is; none for a question of the training file. */
  guide?: string
  /** Sources that have to do with it without answering it: neither right nor wrong. */
  beside?: number[]
  /** How much it counts beside a question of the training file, which counts 1. */
  weight?: number
}
