/** What a search must know of each source without reading it: kind, law, chapter, days, place in the law. */
import { LAW_KINDS, LAW_STATUSES, SOURCE_KINDS, TOPICS } from '../../vocabulary.ts'
import { type Source } from '../searcher.ts'

export interface SourceColumns {
  kind: Uint8Array
  lawKind: Uint8Array
  status: Uint8Array
  /** Place among the topics, 255 for none. */
  topic: Uint8Array
  /** Days as the number 20261124; 0 for unknown. */
  from: Uint32Array
  until: Uint32Array
  law: Uint32Array
  chapter: Uint32Array
  laws: string[]
  chapters: number
  /** Numbers of articles (`1062`), empty for what has none. */
  numbers: string[]
  /** First source of the same law that stands before it without a gap, and how many such sources the run has. */
  runStart: Uint32Array
  runLength: Uint32Array
  /** Characters of the text, at most 65,535. */
  length: Uint16Array
  /** Kinds of sentence that a text has, one bit each (see `marks.ts`). */
  marks: Uint16Array
}

export const UNKNOWN = 255
export const dayNumber = (day: string | undefined): number =>
  day === undefined || day === '' ? 0 : Number(day.replaceAll('-', ''))

const placeIn = (list: readonly string[], one: string | undefined): number => {
  const at = one === undefined ? -1 : list.indexOf(one)
  return at < 0 ? UNKNOWN : at
}

export function columnsOf(sources: readonly Source[], marksOf: (source: Source) => number): SourceColumns {
  const count = sources.length
  const laws = new Map<string, number>(),
    chapters = new Map<string, number>()
  const numberIn = (map: Map<string, number>, key: string): number => {
    const known = map.get(key)
    if (known !== undefined) return known
    map.set(key, map.size)
    return map.size - 1
  }
  const law = Uint32Array.from(sources, ({ title }) => numberIn(laws, title))
  const chapter = Uint32Array.from(sources, ({ title, path }) => numberIn(chapters, `${title}|${path}`))
  const runStart = new Uint32Array(count),
    runLength = new Uint32Array(count)
  for (let i = 0; i < count; ) {
    let end = i
    while (end < count && law[end] === law[i]) end++
    runStart.fill(i, i, end)
    runLength.fill(end - i, i, end)
    i = end
  }
  return {
    kind: Uint8Array.from(sources, ({ kind }) => SOURCE_KINDS.indexOf(kind)),
    lawKind: Uint8Array.from(sources, ({ lawKind }) => placeIn(LAW_KINDS, lawKind)),
    status: Uint8Array.from(sources, ({ status }) => placeIn(LAW_STATUSES, status)),
    topic: Uint8Array.from(sources, ({ topic }) => placeIn(TOPICS, topic)),
    from: Uint32Array.from(sources, ({ inForceFrom }) => dayNumber(inForceFrom)),
    until: Uint32Array.from(sources, ({ inForceUntil }) => dayNumber(inForceUntil)),
    law,
    chapter,
    laws: [...laws.keys()],
    chapters: chapters.size,
    numbers: sources.map(({ number }) => number),
    runStart,
    runLength,
    length: Uint16Array.from(sources, ({ text }) => Math.min(65_535, text.length)),
    marks: Uint16Array.from(sources, marksOf),
  }
}
