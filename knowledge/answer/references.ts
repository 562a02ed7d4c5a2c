/** From sources to references: which law, which version, in force from when to when. */
import { type Guide } from '../guides/guide.ts'
import { type Source } from '../search/searcher.ts'
import { type ArticleRef, type CaseRef, type GuideRef } from './answer.ts'
import { keyOf, readOn, type ReadingDays, type Sources } from './shelf.ts'

export function articleRef(source: Source): ArticleRef {
  const { id, title, number, date, inForceFrom, inForceUntil, status } = source
  return {
    kind: 'article',
    key: keyOf(source),
    law: title,
    number,
    id,
    ...(date === undefined ? {} : { versionDate: date }),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(inForceUntil === undefined ? {} : { inForceUntil }),
    ...(status === undefined ? {} : { status }),
  }
}

export const guideRef = ({ slug, title, reviewed }: Guide): GuideRef => ({ kind: 'guide', slug, title, reviewed })
export const caseRef = ({ id, title }: Source): CaseRef => ({ kind: 'case', id, title })

/** A citation of a guide: the library's version of that day, else the one of today, else the bare name the guide was reviewed with. */
export function citedRef(key: string, days: ReadingDays, sources: Sources): ArticleRef {
  const held = readOn(key, days, sources)
  if (held?.kind === 'article') return articleRef(held)
  const [law = '', number = ''] = key.split('#')
  return { kind: 'article', key, law, number }
}

/** 《民法典》第1062条 */
export function writtenRef({ law, number }: Pick<ArticleRef, 'law' | 'number'>): string {
  const [main, after] = number.split('-')
  return /^\d+$/.test(main ?? '') ? `《${law}》第${main}条${after === undefined ? '' : `之${after}`}` : `《${law}》`
}
