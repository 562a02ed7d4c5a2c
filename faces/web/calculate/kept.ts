import type { CalculatorName } from '@fatong/law/calculators/kinds.ts'
import type { Values } from './form.ts'

/** What was filled in, and whether its answer was shown. */
export interface Kept {
  values: Values
  shown: boolean
}

const placeOf = (which: CalculatorName): string => `fatong.calculate.${which}`

/** Survives a reload, only in this browser window: phones are lent. */
export function keptAnswers(which: CalculatorName): Kept | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(placeOf(which)) ?? 'null') as Partial<Kept> | null
    if (typeof found?.values !== 'object') return null
    return {
      values: Object.fromEntries(Object.entries(found.values).filter(([, value]) => typeof value === 'string')),
      shown: found.shown === true,
    }
  } catch {
    return null
  }
}

export function keepAnswers(which: CalculatorName, kept: Kept | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(placeOf(which))
    else sessionStorage.setItem(placeOf(which), JSON.stringify(kept))
  } catch {
    // storage is full or shut: what is filled in lives until the page closes
  }
}
