/** 近亲属: the criminal procedure act knows fewer than the civil code. */
import { statute } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import type { Relation } from '../facts.ts'

export type CaseKind = 'criminal' | 'civil'

const CLOSE: Record<CaseKind, readonly Relation[]> = {
  criminal: ['spouse', 'parent', 'child', 'sibling'],
  civil: ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'],
}

export const CLOSE_RELATIVE_SOURCE: Record<CaseKind, Citation> = {
  criminal: statute('criminalProcedure', '108'),
  civil: statute('civilCode', '1045'),
}

export const isCloseRelative = (relation: Relation, kind: CaseKind): boolean => CLOSE[kind].includes(relation)
