/** Reads what was typed as the answer to the question that waits: a label, its number, 是 or 不是, a day, a sum, 不知道. */
import { parseWrittenDate } from '@fatong/law/calendar/wording.ts'
import { DONT_KNOW, type Asking } from './state.ts'

const UNKNOWN =
  /^(?:不知道|不清楚|不晓得|说不准|说不清|不确定|忘了|忘记了|不记得|记不清|跳过|没法说|不好说)(?:了|啊|呢)?$/u
const YES = /^(?:是|是的|对|对的|有|有的|嗯|好|可以|签了|已经|yes|y)[的了啊呀]?$/iu
const NO = /^(?:不是|不|没有?|没有的|不对|否|还没|未|no|n)[的了啊呀]?$/iu

export function readAnswer(text: string, asking: Asking): string | undefined {
  const said = text.replace(/[\s。，,.!！?？]+/gu, '')
  if (UNKNOWN.test(said)) return DONT_KNOW
  const labelled = byLabel(said, asking)
  if (labelled !== undefined) return labelled
  if (asking.about === 'day') return parseWrittenDate(text)
  if (asking.about === 'guide') return undefined
  if (asking.about === 'which') return asking.choices.find(({ label }) => label === text)?.value
  switch (asking.answer) {
    case 'date':
      return parseWrittenDate(text)
    case 'number':
      return /^\d{1,9}(?:\.\d{1,2})?(?:元|块|块钱|人|口|口人|个)?$/.test(said) ? /^[\d.]+/.exec(said)?.[0] : undefined
    case 'choice':
    case 'yesNo':
      return undefined
    default:
      return asking.answer satisfies never
  }
}

function byLabel(said: string, { choices }: Asking): string | undefined {
  const exact = choices.find(({ label, value }) => said === label.replace(/[\s。，,]+/gu, '') || said === value)
  if (exact !== undefined) return exact.value
  const place = /^[1-9]$/.test(said) ? choices[Number(said) - 1] : undefined
  if (place !== undefined && choices.length > 2) return place.value
  const values = choices.map((choice) => choice.value)
  if (values.includes('yes') && YES.test(said)) return 'yes'
  if (values.includes('no') && NO.test(said)) return 'no'
  const within = choices.filter(({ label }) => said.length >= 2 && label.includes(said))
  return within.length === 1 ? within[0]?.value : undefined
}
