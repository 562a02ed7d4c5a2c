/**
 * How sure the search must be before an answer is given as one. Chosen on what is for tuning in `knowledge/questions`, never on what measures: below a half,
 * because turning away somebody in need is worse than answering a joke. What may be no question of law is less sure by itself (`search/sureness.ts`).
 */
export const LEAST_SURE = 0.35

export const enough = (confidence: number): boolean => Number.isFinite(confidence) && confidence >= LEAST_SURE
