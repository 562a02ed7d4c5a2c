/** What the ranker looks at, in the order of a row. Names are shown by `explain`. */
export const FEATURES = [
  'base', 'baseRank', 'lexical', 'lexicalRaw', 'lexicalRank', 'words', 'pairs', 'wordsCovered', 'pairsCovered', 'legal', 'legalRaw',
  'viaArticles', 'viaArticlesRaw', 'viaAnswers', 'viaAnswersRaw', 'likeness', 'likenessGap', 'likenessRank',
  'heads', 'headsRaw', 'chapter', 'chapterRaw', 'lawNamed',
  'mentions', 'cited', 'citedByHit', 'citesHit',
  'asked', 'askedLaw', 'askedChapter', 'nearest', 'nearestSum', 'nearestLaw', 'nearestLawSum', 'nearestChapter', 'nearestAny',
  'lawBest', 'lawShare', 'lawGap', 'rankInLaw', 'chapterBest', 'chapterShare', 'rankInChapter', 'neighbours', 'neighbourhood',
  'length', 'place', 'lawSize', 'lawKind', 'fit', 'mark0', 'mark1', 'mark2', 'mark3', 'mark4', 'mark5', 'mark6', 'mark7', 'mark8', 'mark9', 'mark10', 'mark11',
  'questionLength', 'questionBest', 'questionLegal', 'likenessBest', 'lexicalLawBest', 'likenessLawBest',
  'free', 'freeRank', 'freeLawShare', 'lexicalLawGap', 'lexicalChapterGap', 'likenessLawGap', 'likenessChapterGap', 'viaLawGap', 'viaChapterGap', 'legalChapterGap',
  'lexicalOverNeighbours', 'likenessOverNeighbours', 'viaOverNeighbours', 'nearestNeighbour',
] as const
export type Feature = (typeof FEATURES)[number]
export const WIDTH = FEATURES.length
export const F = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<Feature, number>
export const MARKS_SHOWN = 12
