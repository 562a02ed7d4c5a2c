import { type Ranker } from './model.ts'

/** How far the learned order is trusted: less where no labelled question is near. Found on folds and on the questions of the guides. The sums share what is left. */
export const MIX: Ranker['mix'] = { far: 0.6, near: 0.9, from: 0.35, to: 0.6, whole: 0.5 }
