import { LAW_KINDS, LAW_STATUSES, SOURCE_KINDS } from '../vocabulary.ts'
import { type SearchIndex } from './index/index.ts'
import { dayNumber } from './index/sources.ts'
import { type SearchWish } from './searcher.ts'

/** Amendments and decisions on amending repeat real articles. */
const ECHOES: readonly number[] = [LAW_KINDS.indexOf('amendment'), LAW_KINDS.indexOf('decision')]
const GONE: readonly number[] = [LAW_STATUSES.indexOf('repealed'), LAW_STATUSES.indexOf('superseded')]
const ARTICLE = SOURCE_KINDS.indexOf('article'),
  CASE = SOURCE_KINDS.indexOf('case')
/** Most people ask for the same: whatever is in force now. */
const REMEMBERED = 8

/** Which sources a wish allows, marked with 1. */
export class WishedSources {
  private readonly known = new Map<string, Uint8Array>()
  constructor(private readonly index: SearchIndex | undefined) {}

  marks(wish: SearchWish): Uint8Array {
    const key = JSON.stringify([wish.kinds, wish.on, wish.law])
    let marks = this.known.get(key)
    if (marks === undefined) {
      marks = this.make(wish)
      const oldest = this.known.keys().next().value
      if (this.known.size >= REMEMBERED && oldest !== undefined) this.known.delete(oldest)
    } else this.known.delete(key)
    this.known.set(key, marks)
    return marks
  }

  private make(wish: SearchWish): Uint8Array {
    const { index } = this
    if (index === undefined) return new Uint8Array(0)
    const { columns } = index,
      on = dayNumber(wish.on)
    const law = wish.law === undefined ? -1 : columns.laws.indexOf(wish.law)
    const kinds = [
      ...(wish.kinds === undefined || wish.kinds.includes('article') ? [ARTICLE] : []),
      ...(wish.kinds === undefined || wish.kinds.includes('case') ? [CASE] : []),
    ]
    return Uint8Array.from({ length: index.count }, (_, at) => {
      if (!kinds.includes(columns.kind[at] as number) || ECHOES.includes(columns.lawKind[at] as number)) return 0
      if (wish.law !== undefined && columns.law[at] !== law) return 0
      if (on === 0) return GONE.includes(columns.status[at] as number) ? 0 : 1
      const from = columns.from[at] as number,
        until = columns.until[at] as number
      return (from === 0 || from <= on) && (until === 0 || on < until) ? 1 : 0
    })
  }
}
