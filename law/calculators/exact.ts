/**
 * Exact numbers as fractions of whole ones. Money is worked out with them and rounded once, in the last step
 * (rule book 5): with binary fractions a sum could miss its 分.
 */
export interface Exact {
  readonly top: bigint
  /** Always above nought. */
  readonly bottom: bigint
}

const fraction = (top: bigint, bottom: bigint): Exact =>
  bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom }

/** '21.75', 1.5 or -3 as it is written; throws on what is no plain decimal number, because that is a bug of the caller. */
export function exact(written: string | number): Exact {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(String(written))
  if (!match) throw new RangeError(`not a plain number: ${written}`)
  const places = match[2] ?? ''
  return fraction(BigInt(`${match[1]}${places}`), 10n ** BigInt(places.length))
}

export const plus = (a: Exact, b: Exact): Exact => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
export const minus = (a: Exact, b: Exact): Exact => plus(a, { top: -b.top, bottom: b.bottom })
export const times = (a: Exact, b: Exact): Exact => fraction(a.top * b.top, a.bottom * b.bottom)

/** Throws when `b` is nought. */
export function over(a: Exact, b: Exact): Exact {
  if (b.top === 0n) throw new RangeError('divided by nought')
  return fraction(a.top * b.bottom, a.bottom * b.top)
}

export const isMore = (a: Exact, b: Exact): boolean => a.top * b.bottom > b.top * a.bottom
export const least = (a: Exact, b: Exact): Exact => (isMore(a, b) ? b : a)
export const most = (a: Exact, b: Exact): Exact => (isMore(a, b) ? a : b)
export const sumOf = (all: readonly Exact[]): Exact => all.reduce(plus, NOUGHT)

export const NOUGHT: Exact = { top: 0n, bottom: 1n }

/** The whole number at or below. */
export function floored({ top, bottom }: Exact): number {
  const down = top / bottom
  return Number(top < 0n && down * bottom !== top ? down - 1n : down)
}

/** The nearest whole number; a half goes up, as 四舍五入 does with sums of money (none is below nought). */
export const rounded = ({ top, bottom }: Exact): number => floored({ top: 2n * top + bottom, bottom: 2n * bottom })
