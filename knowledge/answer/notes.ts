/** What the reader has to know about how the answer came about. */
import { type Guide } from '../guides/guide.ts'
import { type Triage } from '../triage/triage.ts'
import { lawOf } from './law-of-day.ts'
import { type Note, type SourceRef } from './answer.ts'
import { type ReadingDays } from './shelf.ts'

export function notesFor(
  { cleaned }: Triage,
  refs: readonly SourceRef[],
  days: ReadingDays & { dayIsOfFacts?: boolean },
  guide?: Guide,
): Note[] {
  const notes: Note[] = []
  if (cleaned.shortened)
    notes.push({ code: 'shortened', says: '您写得比较长，我只看了开头和结尾。没说到的地方可以接着问。' })
  if (cleaned.traditional) notes.push({ code: 'traditional', says: '您写的是繁体字，已按简体字查找。' })
  if (days.dayIsOfFacts === true)
    notes.push(
      ...lawOf(
        refs.filter((ref) => ref.kind === 'article'),
        days,
        guide !== undefined,
      ),
    )
  if (guide?.toCheck !== undefined) notes.push({ code: 'guideToCheck', says: `待核：${guide.toCheck}` })
  return notes
}
