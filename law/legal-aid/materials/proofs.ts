/** Which papers prove what, any one being enough (rule book 3.3). */
import type { Facts, MatterCode, PartialFacts } from '../facts.ts'
import type { AidInput } from '../rule-input.ts'

const BY_ASSISTANCE: Record<Exclude<Facts['assistance'], 'none'>, readonly string[]> = {
  dibao: ['低保证', '民政部门的查询回执'],
  extremePoverty: ['特困供养证', '民政部门的查询回执'],
  lowIncome: ['低收入家庭认定书', '民政部门的查询回执'],
  institution: ['福利院、敬老院的证明'],
  judicialAid: ['法院给予司法救助的决定书'],
  preferential: ['优抚证', '抚恤证'],
}
const MIGRANT_WORKER = ['户口本', '劳动合同', '工牌', '考勤记录', '欠条或工资条', '工友证言']
const DISABLED = ['残疾证', '村（居）委会证明', '本人承诺书']
const AGE = ['身份证或户口本', '没有固定收入的本人承诺书']

export function waiverProofs({ facts }: AidInput): readonly string[] {
  const { assistance, isMigrantWorker, disabled } = facts
  if (assistance !== undefined && assistance !== 'none') return BY_ASSISTANCE[assistance]
  if (isMigrantWorker === true && isWorkersClaim(facts)) return MIGRANT_WORKER
  return disabled === true ? DISABLED : AGE
}

const isWorkersClaim = ({ matter, injuryKind }: PartialFacts): boolean =>
  matter === 'laborRemuneration' || (matter === 'injuryDamage' && injuryKind === 'work')

const ORDINARY: readonly string[] = ['合同或协议', '收到的通知、决定或判决', '照片、录音、聊天记录', '证人的名字和电话']
const BY_MATTER: Partial<Record<MatterCode, readonly string[]>> = {
  laborRemuneration: ['欠条', '工资条或转账记录', '考勤记录', '工作群聊天记录', '工友证言', '劳动合同'],
  injuryDamage: ['病历和医药费单据', '事故认定书或工伤认定书', '现场照片', '证人的名字和电话'],
  domesticViolence: ['报警回执或告诫书', '伤情照片、病历', '聊天记录、录音', '村（居）委会、妇联的证明'],
  maintenance: ['户口本或出生证', '生活费、学费、医药费单据', '以前给钱的记录'],
  familyMatters: ['结婚证', '户口本', '房产、存款等财产材料'],
  criminalDefense: ['拘留、逮捕通知书', '起诉书'],
  criminalVictim: ['立案告知书', '伤情鉴定或病历', '损失的单据'],
  militaryFamily: ['军人证', '户口本或结婚证', '部队或社区的证明'],
}

export const caseMaterialProofs = ({ matter }: PartialFacts): readonly string[] =>
  (matter === undefined ? undefined : BY_MATTER[matter]) ?? ORDINARY
