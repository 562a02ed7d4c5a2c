import { createHmac, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type { ParameterView } from '@fatong/contract/desk/administration.ts'
import { parseDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { PARAMETERS } from '@fatong/law/parameters/keys.ts'
import { validateParameters, type DatedParameter, type ParameterSet } from '@fatong/law/parameters/parameters.ts'
import type { StoredParameter } from '../../db/stores/law-settings.ts'
import type { Parts } from '../parts.ts'
import { isParameter, isParameterKey, LEVELS, withReleased, wrongValue } from './released-parameters.ts'

export type Change = Omit<z.infer<typeof ParameterView>, 'label' | 'to'>

export const parameterView = (entry: DatedParameter): z.infer<typeof ParameterView> => ({
  key: entry.key,
  label: PARAMETERS[entry.key].name,
  value: entry.value,
  from: entry.from,
  to: entry.to ?? null,
  source: entry.source,
  level: entry.level,
})

/** The set as it would be, or everything wrong with the change. */
export function changedSet(
  current: ParameterSet,
  change: Change,
): { ok: true; set: ParameterSet; entry: StoredParameter & DatedParameter } | { ok: false; problems: string[] } {
  const from = parseDate(change.from)
  const problems: string[] = []
  const wrong = isParameterKey(change.key) ? wrongValue(change.key, change.value) : '没有这个参数'
  if (wrong !== undefined) problems.push(wrong)
  if (from === undefined) problems.push('开始日期不对')
  if (change.source.trim() === '') problems.push('请写明来源文件')
  if (!(LEVELS as readonly string[]).includes(change.level)) problems.push('来源级别只能是 法、网、待核、设计 之一')
  const entry: StoredParameter | undefined = from && {
    key: change.key,
    value: change.value,
    from,
    source: change.source.trim(),
    level: change.level,
  }
  if (problems.length > 0 || !entry || !isParameter(entry)) return { ok: false, problems }
  const set = withReleased(current, [entry])
  const found = validateParameters(set).filter(({ key }) => key === entry.key)
  return found.length > 0 ? { ok: false, problems: found.map(({ says }) => says) } : { ok: true, set, entry }
}

const HOUR = 3_600_000

/** Proof that this change was tried on this set within the last hour. Without it nothing is released. */
export function trialToken(parts: Pick<Parts, 'crypto'>, current: ParameterSet, change: Change, at: Instant): string {
  const seal = createHmac('sha256', parts.crypto.keys.token)
    .update(JSON.stringify(['parameter', at, sorted(change), current]))
    .digest('base64url')
  return `${at}.${seal}`
}

export function trialHolds(
  parts: Pick<Parts, 'crypto'>,
  current: ParameterSet,
  change: Change,
  token: string,
  now: Instant,
): boolean {
  const at = Number(token.split('.')[0]) as Instant
  if (!Number.isSafeInteger(at) || at > now || now - at > HOUR) return false
  const given = Buffer.from(token),
    wanted = Buffer.from(trialToken(parts, current, change, at))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const sorted = ({ key, value, from, source, level }: Change) => [key, value, from, source, level]
