import { type Ranker } from './model.ts'

/** How far the learned order is trusted: less where no labelled question is near. Found on folds and on the questions of the guides. */
export const MIX: Ranker['mix'] = { far: 0.4, near: 0.8, from: 0.35, to: 0.6 }
