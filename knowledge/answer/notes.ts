/** What the reader has to know about how the answer came about. */
import { formatFullDate } from '@fatong/law/calendar/wording.ts'
import { parseDate } from '@fatong/law/calendar/dates.ts'
import { type Guide } from '../guides/guide.ts'
import { type Triage } from '../triage/triage.ts'
import { type Note, type SourceRef } from './answer.ts'

export function notesFor({ cleaned }: Triage, refs: readonly SourceRef[], { on, dayIsOfFacts }: { on: string; dayIsOfFacts?: boolean }, guide?: Guide): Note[] {
  const notes: Note[] = []
  if (cleaned.shortened) notes.push({ code: 'shortened', says: '您写得比较长，我只看了开头和结尾。没说到的地方可以接着问。' })
  if (cleaned.traditional) notes.push({ code: 'traditional', says: '您写的是繁体字，已按简体字查找。' })
  if (dayIsOfFacts === true) {
    const day = parseDate(on)
    notes.push({ code: 'lawOfThatDay', says: `按事情发生那天（${day === undefined ? on : formatFullDate(day)}）有效的法律回答。日子不对可以改。` })
    const unheld = refs.some((ref) => ref.kind === 'article' && ref.id === undefined)
    if (unheld) notes.push({ code: 'noTextOfThatDay', says: '有的条文我们没有那一天的版本，请打 12348 再核对一下。' })
  }
  if (guide?.toCheck !== undefined) notes.push({ code: 'guideToCheck', says: `待核：${guide.toCheck}` })
  return notes
}
