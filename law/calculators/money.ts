/** Sums of money: whole 分 in code, 元 with two places for people. */
import { exact, rounded, times } from './exact.ts'

/** Whole 分, never a fraction of one. */
export type Fen = number

/** 元 as somebody wrote them (6000 or '6000.50'), in 分; throws on what is no plain number. */
export const fenOf = (yuan: string | number): Fen => rounded(times(exact(yuan), exact(100)))

/** 1896.55 */
export function plainYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 1,896.55 */
export const yuan = (fen: Fen): string => plainYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ',')
