import type { SourceRef } from '@fatong/contract/consultation/shapes.ts'
import { articleName } from '../law/article-name.ts'
import { words } from '../words/ask.ts'
import { words as law } from '../words/law.ts'

export type Cited = Extract<SourceRef, { kind: 'article' }>

/** 《劳动合同法》第30条（2012年版）; one that does not bind today says so: 《婚姻法》第32条（2001年版，已废止）. Without a version in the library only the name. */
export function citedAs({ law: name, number, versionDate, status }: Cited): string {
  const standing = status === 'superseded' || status === 'repealed' || status === 'notYet' ? [law.status[status]] : []
  const edition = [...(versionDate === undefined ? [] : [words.edition(versionDate.slice(0, 4))]), ...standing].join(
    '，',
  )
  return `${articleName(name, number)}${edition === '' ? '' : `（${edition}）`}`
}

/** Below words of an article: 2012-12-28 版本，2013-07-01 起施行. The day of the version itself is not said to be one on which it came into force. */
export const editionOf = ({ versionDate, inForceFrom, inForceUntil }: Cited): string =>
  [
    ...(versionDate === undefined ? [] : [law.version(versionDate)]),
    ...(inForceFrom === undefined || inForceFrom === versionDate ? [] : [law.from(inForceFrom)]),
    ...(inForceUntil === undefined ? [] : [law.until(inForceUntil)]),
  ].join('，')
