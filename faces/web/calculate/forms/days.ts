import { words } from '../../words/calculate.ts'
import type { Given } from '../form.ts'

/** Nobody leaves before they came. */
export function leftAfterHired({ dayIfAny }: Given): Readonly<Record<string, string>> {
  const hiredOn = dayIfAny('hiredOn'),
    leftOn = dayIfAny('leftOn')
  return hiredOn !== undefined && leftOn !== undefined && leftOn < hiredOn ? { leftOn: words.problems.leftBefore } : {}
}
