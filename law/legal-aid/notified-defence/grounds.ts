/** The persons a court, procuratorate or police must or may ask us to defend (rule book 1.4). */
import { seenOnline, statute } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import type { Facts } from '../facts.ts'

export type NotifiedGround = Facts['notifiedGround']
export type CriminalStage = Facts['criminalStage']

export interface GroundDescription {
  name: string
  duty: 'must' | 'may' | 'mustInPilot'
  /** defence 辩护, representation 代理 */
  service: 'defence' | 'representation'
  stages: readonly CriminalStage[]
  citations: readonly Citation[]
}

const ALL: readonly CriminalStage[] = ['investigation', 'prosecution', 'trial', 'deathReview']
const duty = statute('aid', '25')

export const NOTIFIED_GROUNDS: Record<NotifiedGround, GroundDescription> = {
  'ND-1': {
    name: '未成年人',
    duty: 'must',
    service: 'defence',
    stages: ALL,
    citations: [duty, statute('criminalProcedure', '278')],
  },
  'ND-2': { name: '视力、听力、言语残疾人', duty: 'must', service: 'defence', stages: ALL, citations: [duty] },
  'ND-3': { name: '不能完全辨认自己行为的成年人', duty: 'must', service: 'defence', stages: ALL, citations: [duty] },
  'ND-4': {
    name: '可能判无期徒刑、死刑的人',
    duty: 'must',
    service: 'defence',
    stages: ALL,
    citations: [duty, statute('aid', '26')],
  },
  'ND-5': {
    name: '死刑复核案件被告人',
    duty: 'must',
    service: 'defence',
    stages: ['deathReview'],
    citations: [duty, statute('aid', '26'), statute('criminalProcedureReading', '47')],
  },
  'ND-6': {
    name: '缺席审判案件被告人',
    duty: 'must',
    service: 'defence',
    stages: ['trial'],
    citations: [duty, statute('criminalProcedure', '293')],
  },
  'ND-7': {
    name: '强制医疗案件被申请人、被告人',
    duty: 'must',
    service: 'representation',
    stages: ['trial'],
    citations: [statute('aid', '28'), statute('criminalProcedure', '304')],
  },
  'ND-8': { name: '其他适用普通程序的被告人', duty: 'may', service: 'defence', stages: ['trial'], citations: [duty] },
  'ND-9': {
    name: '共同犯罪他人已有辩护人等情形',
    duty: 'may',
    service: 'defence',
    stages: ['trial'],
    citations: [statute('criminalProcedureReading', '48')],
  },
  'ND-10': {
    name: '审查起诉阶段的试点情形',
    duty: 'mustInPilot',
    service: 'defence',
    stages: ['prosecution'],
    citations: [seenOnline('fullCoverage')],
  },
  'ND-11': { name: '法律法规规定的其他人员', duty: 'must', service: 'defence', stages: ALL, citations: [duty] },
}
