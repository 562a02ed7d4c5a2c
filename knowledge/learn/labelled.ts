/** A question with the sources that answer it, by place in the index, and what the training data say besides. */
export interface Labelled { id: string; question: string; keywords: string; answer: string; gold: number[]; goldKeys: string[] }
