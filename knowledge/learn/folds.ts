/** Which fold a question belongs to. */
export type FoldOf = (question: number) => number

/** Ordinary folds: every fifth question after a shuffle that is the same in every run. */
export const ordinaryFolds =
  (folds: number): FoldOf =>
  (question) =>
    (Math.imul(question + 1, 0x9e3779b1) >>> 16) % folds

/** Neighbouring questions of the training files are about the same thing; blocked folds keep runs of them together. */
export const RUN = 25
export const blockedFolds =
  (folds: number): FoldOf =>
  (question) =>
    Math.floor(question / RUN) % folds
