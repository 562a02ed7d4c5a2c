/** Numbers, days, sums and shares in a text, each in one spelling, so that a new one stands out: 三个月 and 3个月 are one. */
import { numberOf } from '../triage/numerals.ts'

const CHINESE = '[零〇一二两三四五六七八九十百千]'
/** Chinese numerals count only with a measure behind them: 一些, 万一, 十分 and 一定 are no figures. */
const MEASURE = '(?:个?月|年|日|天|周|小时|分钟|元|块|万|亿|倍|成|岁|人|次|份|级|条|款|项|%|折|个?工作日|月|号|期)'
const FIGURE = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)|(?:百分之(${CHINESE}+))|(${CHINESE}+)(?=${MEASURE})`, 'gu')

export const figuresIn = (text: string): string[] =>
  [...text.matchAll(FIGURE)].flatMap((match) => {
    const digits = match[1]?.replaceAll(',', '')
    if (digits !== undefined) return [String(Number(digits))]
    const number = numberOf(match[2] ?? match[3] ?? '')
    return number === undefined ? [] : [String(number)]
  })
