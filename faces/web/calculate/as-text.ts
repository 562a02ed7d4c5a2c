import type { Calculation } from '@fatong/law/calculators/calculation.ts'
import { yuan } from '@fatong/law/calculators/money.ts'
import { words } from '../words/calculate.ts'

/** The answer as plain text, to be sent on: with what was put in, the sum, what was left out and the note. */
export function asText(
  name: string,
  { headline, lines, days, total, doubts, leftOut, note }: Calculation,
  put: readonly (readonly [string, string])[],
): string {
  return [
    `${name}：${headline}`,
    ...days.map((one) => `${one.name}：${one.day}`),
    ...put.map(([asked, given]) => `${asked}：${given}`),
    ...lines.map((line) => `${line.name}：${line.filled}＝${words.money(yuan(line.fen))}`),
    ...(lines.length > 1 && total !== undefined ? [`${words.total}：${words.money(yuan(total))}`] : []),
    ...(doubts.length > 0 ? [`${words.doubts}：${doubts.map(({ says }) => says).join('')}`] : []),
    ...(leftOut.length > 0 ? [`${words.leftOut}：${leftOut.map(({ says }) => says).join('')}`] : []),
    note,
  ].join('\n')
}
