/** What is known of features before anything is learned: whether more of one can speak against a source at all. */
import { type Feature, FEATURES } from '../search/rank/names.ts'

/** More never speaks against a source: words met, likeness, what answered like questions, and how it stands among its law and chapter. */
const RAISING: ReadonlySet<Feature> = new Set<Feature>([
  'base',
  'lexical',
  'lexicalRaw',
  'words',
  'pairs',
  'wordsCovered',
  'pairsCovered',
  'legal',
  'legalRaw',
  'viaArticles',
  'viaArticlesRaw',
  'viaAnswers',
  'viaAnswersRaw',
  'likeness',
  'likenessGap',
  'heads',
  'headsRaw',
  'chapter',
  'chapterRaw',
  'lawNamed',
  'mentions',
  'cited',
  'citedByHit',
  'nearest',
  'nearestSum',
  'nearestLaw',
  'nearestLawSum',
  'nearestChapter',
  'lawBest',
  'lawShare',
  'lawGap',
  'chapterBest',
  'chapterShare',
  'fit',
  'lexicalLawBest',
  'likenessLawBest',
  'free',
  'freeLawShare',
  'lexicalLawGap',
  'lexicalChapterGap',
  'likenessLawGap',
  'likenessChapterGap',
  'viaLawGap',
  'viaChapterGap',
  'legalChapterGap',
  'lexicalOverNeighbours',
  'likenessOverNeighbours',
  'viaOverNeighbours',
])
/** Places in an order, 0 for the first. */
const LOWERING: ReadonlySet<Feature> = new Set<Feature>([
  'baseRank',
  'lexicalRank',
  'likenessRank',
  'freeRank',
  'rankInLaw',
  'rankInChapter',
])

/** By feature: 1 where more may only raise the score, -1 where it may only lower it, 0 where trees are free. */
export const DIRECTIONS: readonly number[] = FEATURES.map((name) =>
  RAISING.has(name) ? 1 : LOWERING.has(name) ? -1 : 0,
)
