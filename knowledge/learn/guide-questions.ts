/**
 * The ways in which people ask for a guide, as labelled questions: what the sentences of its answer cite answers them. They are everyday
 * speech, as the questions of the training file are not.
 */
import { type Guide } from '../guides/guide.ts'
import { type FoldOf } from './folds.ts'
import { type Labelled } from './labelled.ts'

/** Laws whose numbers changed after the corpus that the training questions were labelled on (June 2023), and from which article on. */
const RENUMBERED: Readonly<Record<string, number>> = {
  行政复议法: 1,
  民事诉讼法: 194,
  公司法: 1,
  治安管理处罚法: 1,
  突发事件应对法: 1,
  婚姻登记条例: 1,
  仲裁法: 1,
}

/** `ids` gives the place of a source by its key; guides that cite nothing the corpus has are left out. */
export function guideQuestions(guides: readonly Guide[], ids: ReadonlyMap<string, number>): Labelled[] {
  const known = (keys: readonly string[]) =>
    [...new Set(keys)].filter((key) => {
      const [law = '', number = ''] = key.split('#'),
        moved = RENUMBERED[law]
      return ids.has(key) && (moved === undefined || Number.parseInt(number, 10) < moved)
    })
  return guides.flatMap(({ slug, title, asked, situation, answer, steps, deadlines }) => {
    const goldKeys = known(answer.flatMap(({ cites }) => cites)),
      others = known([...steps, ...deadlines].flatMap(({ cites }) => cites)).filter((key) => !goldKeys.includes(key))
    if (goldKeys.length === 0) return []
    const ways = [title, ...asked],
      said = [situation, ...answer.map(({ text }) => text)].join('')
    return ways.map(
      (question, i): Labelled => ({
        id: `guide:${slug}:${i}`,
        question,
        keywords: '',
        answer: said,
        goldKeys,
        gold: goldKeys.map((key) => ids.get(key)!),
        guide: slug,
        beside: others.map((key) => ids.get(key)!),
        weight: 1 / Math.sqrt(ways.length),
      }),
    )
  })
}

/** All ways of asking for one guide are in one fold: the guide takes the place of a question, the ways of asking follow it. */
export function foldsWithGuides(labelled: readonly Labelled[], foldOf: FoldOf): FoldOf {
  const places = new Map<string, number>()
  const folds = labelled.map(({ guide }, q) => {
    if (guide === undefined) return foldOf(q)
    if (!places.has(guide)) places.set(guide, places.size)
    return foldOf(places.get(guide)!)
  })
  return (question) => folds[question]!
}
