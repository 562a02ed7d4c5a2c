/** Are two party records the same person or unit? A number that identifies decides; a name only suggests. */
import { normaliseName, parentName } from './names.ts'

export interface PartyIdentity {
  name: string
  kind: 'person' | 'organisation'
  /** Blind index of the identity number: equal for the same number, tells nothing else. */
  identityMark?: string
  /** 统一社会信用代码 */
  creditCode?: string
}

/** certain: by number, or by a company's registered name; name: same name of a person; related: branch and parent. */
export type SameParty = 'certain' | 'name' | 'related' | 'no'

export function sameParty(a: PartyIdentity, b: PartyIdentity): SameParty {
  const byNumber = numbersAgree(a, b)
  if (byNumber !== undefined) return byNumber ? 'certain' : related(a, b)
  const [left, right] = [normaliseName(a.name), normaliseName(b.name)]
  if (left === '' || right === '') return 'no'
  if (left !== right) return related(a, b)
  // Hundreds of people share a name; a registered company name is not given twice in one place.
  return a.kind === 'organisation' && b.kind === 'organisation' ? 'certain' : 'name'
}

/** Undefined when no number is known on both sides. */
function numbersAgree(a: PartyIdentity, b: PartyIdentity): boolean | undefined {
  if (a.identityMark !== undefined && b.identityMark !== undefined) return a.identityMark === b.identityMark
  if (a.creditCode !== undefined && b.creditCode !== undefined) return code(a.creditCode) === code(b.creditCode)
  return undefined
}
const code = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

function related(a: PartyIdentity, b: PartyIdentity): SameParty {
  if (a.kind !== 'organisation' || b.kind !== 'organisation') return 'no'
  const [left, right] = [normaliseName(a.name), normaliseName(b.name)]
  const [parentLeft, parentRight] = [parentName(left), parentName(right)]
  const siblings = parentLeft !== undefined && parentLeft === parentRight
  return parentLeft === right || parentRight === left || siblings ? 'related' : 'no'
}

export const isSame = (found: SameParty): boolean => found === 'certain' || found === 'name'
