/** Sums typed in yuan, kept in fen (whole numbers), without floating point. */

/** '12,345.6' -> 1234560; null when it is not a sum with at most two decimals. */
export function fenOf(yuan: string): number | null {
  const plain = yuan.replace(/[,，\s元￥¥]/g, '').replace(/。/g, '.')
  const match = /^(\d{1,11})(?:\.(\d{0,2}))?$/.exec(plain)
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** 1234560 -> '12,345.60' */
export function yuanOf(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(fen % 100).padStart(2, '0')}`
}
