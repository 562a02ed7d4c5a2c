/**
 * Gansu as far as it is known. Figures the province or the district has not published to us are SAMPLES (样例):
 * marked as such, of level 设计, and to be replaced by the bureau before a real person is judged by them.
 */
import { localDate } from '../calendar/dates.ts'
import type { DatedParameter, ParameterSet } from './parameters.ts'

const REGULATION_IN_FORCE = localDate('2023-05-01')
const SAMPLE_FROM = localDate('2025-01-01')
const SAMPLE_SOURCE = '样例：未取得公布数，仅供演示，使用前由本区司法局填写'
const OUR_SOURCE = '平台口径'
const REGULATION_SOURCE = '甘肃省法律援助条例（2023年修订）解读'

const ours = { from: REGULATION_IN_FORCE, source: OUR_SOURCE, level: '设计' } as const
const sample = { from: SAMPLE_FROM, source: SAMPLE_SOURCE, level: '设计', sample: true } as const
const province = { from: REGULATION_IN_FORCE, source: REGULATION_SOURCE, level: '网' } as const
/** 司法部 2018 on village advisers; what Gansu asks for has not been seen (rule book 8.3). */
const adviser = {
  from: REGULATION_IN_FORCE,
  source: '村（居）法律顾问工作的通行要求，甘肃的未见到',
  level: '待核',
} as const

const SETTLED: readonly DatedParameter[] = [
  { key: 'threshold.militaryMultiplier', value: 3, ...province, source: '甘肃省军人军属法律援助规范' },
  { key: 'scope.provincialAdditions', value: true, ...province },
  { key: 'exempt.militaryIdentities', value: true, ...province },
  { key: 'exempt.gansuSocialInsurance', value: false, ...province, source: '只见于解读，条例原文未取得，默认不用' },
  { key: 'scope.coversSeverance', value: false, ...ours, source: '人社部发〔2020〕52号鼓励有条件的地方纳入，默认不用' },
]

const OURS: readonly DatedParameter[] = [
  { key: 'threshold.base', value: 'dibao', ...ours },
  { key: 'threshold.inclusive', value: true, ...ours },
  { key: 'household.rule', value: 'livingTogether', ...ours },
  { key: 'household.excludeOpponent', value: true, ...ours },
  { key: 'period.months', value: 12, ...ours },
  { key: 'waiver.relationOnly', value: false, ...ours },
  { key: 'pilot.prosecutionStageDefence', value: false, ...ours },
  { key: 'adviser.hoursPerMonth', value: 4, ...adviser },
  { key: 'adviser.lecturesPerQuarter', value: 1, ...adviser },
  { key: 'adviser.villages', value: 5, ...adviser },
]

const SAMPLES: readonly DatedParameter[] = [
  { key: 'district.name', value: '兰州新区', ...sample },
  { key: 'threshold.multiplier', value: 2, ...sample },
  { key: 'dibao.urban', value: 900, ...sample },
  { key: 'dibao.rural', value: 600, ...sample },
]

export const GANSU_PARAMETERS: ParameterSet = [...SETTLED, ...OURS, ...SAMPLES]
