/** Turns the codes of examples into the words a lawyer reads. */
import { SCHEMES } from './calculators/overtime/rule.ts'
import { EVENTS } from './calculators/last-day/events.ts'
import { CLAIMS } from './calculators/limitation/rule.ts'
import { ENDINGS } from './calculators/severance/endings.ts'
import { PERIOD_RULES } from './calendar/periods.ts'
import { LEGAL_LIMITS } from './legal-aid/deadlines.ts'
import { FACTS } from './legal-aid/facts.ts'
import type { FactDefinition } from './legal-aid/fact-kinds.ts'
import { MATERIALS } from './legal-aid/materials/rule.ts'
import { PROVIDER_KINDS } from './legal-aid/qualification-facts.ts'
import { TERMINATION_GROUNDS } from './legal-aid/termination/rule.ts'
import { PARAMETERS } from './parameters/keys.ts'

type Words = Readonly<Record<string, string>>

const NAMES: Words = {
  ...Object.fromEntries(
    Object.entries(FACTS).map(([key, fact]) => [key, fact.question.replaceAll('{district}', '本区')]),
  ),
  ...Object.fromEntries(Object.entries(PARAMETERS).map(([key, { name }]) => [key, name])),
  verdict: '结果',
  says: '要说到',
  asks: '接着问',
  outcome: '结论',
  route: '经济条件走哪条',
  case: '案件',
  provider: '承办人',
  kind: '种类',
  service: '服务形式',
  practisingSince: '律师执业开始日',
  criminalDefenceSince: '刑事辩护开始日',
  juvenileExperience: '熟悉未成年人',
  mayGetLifeOrDeath: '可能判无期或死刑',
  juvenile: '未成年人',
  ground: '终止理由',
  evidence: '证据份数',
  decidedBy: '由谁决定',
  meansRoute: '当初按哪种情形给的',
  requestedByRecipient: '受援人自己要求',
  age: '满几周岁',
  broughtBy: '谁来申请',
  withStaff: '工作人员代办',
  limit: '期限',
  from: '从',
  criminal: '刑事案件',
  until: '到',
  start: '开始',
  startedAt: '收到或恢复',
  amount: '数',
  unit: '单位',
  rule: '程序',
  hours: '小时数',
  days: '天数',
  pauses: '停表',
  date: '日期',
  nextWorked: '这天起第一个上班日',
  lastDay: '最后一天',
  unrolledDay: '不顺延的最后一天',
  warnDay: '亮灯按这天',
  endsAt: '到点',
  certain: '日子确定',
  legal: '是法定期限',
  day: '哪天',
  dueAt: '最晚',
  reason: '原因',
  received: '收到日',
  postmarked: '邮戳日',
  filedOn: '算哪天交的',
  inTime: '没有迟',
  state: '状态',
  daysLeft: '剩几天',
  now: '现在交',
  later: '以后补',
  proofs: '任一种即可',
  total: '合计（元）',
  sums: '各项（元）',
  scheme: '工时',
  monthlyWage: '月工资',
  workdayHours: '工作日加班小时',
  restDayHours: '休息日加班小时',
  holidayHours: '法定节假日加班小时',
  ending: '怎么离开的',
  hiredOn: '入职',
  leftOn: '离职',
  signedOn: '补签合同',
  averageWage: '前12个月平均工资',
  lastMonthWage: '上一个月工资',
  noticeGiven: '提前30天书面通知',
  localAverage: '本地职工月平均工资',
  minimumWage: '最低工资',
  fullMonths: '满月数',
  owedFrom: '起',
  owedTo: '止',
  year: '哪一年',
  serviceYears: '累计工龄（年）',
  twelveMonths: '连续工作满12个月',
  barred: '有当年不享受的情形',
  taken: '已休天数',
  waived: '书面放弃',
  unusedDays: '没休天数',
  periods: '各期',
  name: '期间',
  months: '月数',
  owed: '应发',
  paid: '实发',
  lawful: '合法代扣',
  damages: '扣的赔偿',
  claim: '要什么',
  event: '发生了什么',
  on: '哪天',
  stillThere: '还在职',
  interruptions: '要钱、投诉的日子',
  grade: '伤残等级',
  ownWage: '本人工资',
  injuredOn: '受伤',
  insured: '参加了工伤保险',
}

/** Codes that mean different things under different names. */
const VALUES: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(
    Object.entries<FactDefinition>(FACTS).flatMap(([key, fact]) =>
      fact.answer === 'choice'
        ? [
            [
              key,
              Object.fromEntries(
                Object.entries(fact.options).map(([code, label]) => [code, label.replaceAll('{district}', '本区')]),
              ),
            ],
          ]
        : [],
    ),
  ),
  verdict: { holds: '符合', doesNotHold: '不符合', notApplicable: '不适用', needsFacts: '还要知道' },
  outcome: {
    entitled: '可以申请',
    notEntitled: '还不能申请',
    elsewhere: '归外地管，转过去',
    open: '继续问',
    needsStaff: '工作人员核定',
  },
  route: {
    notified: '通知，不审查',
    notRequired: '不看收入',
    checkWaived: '不用查收入',
    threshold: '对照标准',
    none: '都不符合',
  },
  meansRoute: {
    notified: '通知，不审查',
    notRequired: '不看收入',
    checkWaived: '不用查收入',
    threshold: '对照标准',
    none: '未定',
  },
  scheme: SCHEMES,
  claim: CLAIMS,
  event: Object.fromEntries(Object.entries(EVENTS).map(([event, { name }]) => [event, name])),
  ending: Object.fromEntries(Object.entries(ENDINGS).map(([key, { label }]) => [key, label])),
  rule: PERIOD_RULES,
  unit: { day: '日', month: '月', year: '年', halfMonth: '半个月' },
  ground: TERMINATION_GROUNDS,
  broughtBy: { child: '孩子自己', guardian: '父母或监护人', relative: '别的近亲属', agent: '书面委托的人' },
  decidedBy: { agency: '法律援助机构', provider: '承办人' },
  kind: {
    ...PROVIDER_KINDS,
    workday: '工作日',
    rest: '周末',
    holiday: '放假',
    makeUp: '调休上班',
    unknown: '不知道（没有通知）',
  },
  limit: Object.fromEntries(Object.entries(LEGAL_LIMITS).map(([key, { name }]) => [key, name])),
  service: {
    legalConsultation: '咨询',
    documentDrafting: '代写文书',
    criminalDefense: '刑事辩护',
    civilRepresentation: '民事代理',
    dutyLawyer: '值班律师',
    laborRepresentation: '劳动仲裁代理',
    other: '其他',
  },
  'threshold.base': { dibao: '低保标准', minimumWage: '最低工资', disposableIncome: '人均可支配收入' },
  'household.rule': { livingTogether: '共同生活的家里人', applicantOnly: '只算本人' },
  reason: { sameDay: '上班时间', afterCutOff: '下班后', closedDay: '休息日' },
  state: { running: '走着', paused: '停着' },
  now: MATERIALS,
  later: MATERIALS,
  asks: NAMES,
}

export const nameOf = (key: string): string => NAMES[key] ?? key

/** A value under its name, as plain words; nested records become "name：value" joined by 、. */
export function wordsOf(key: string, value: unknown): string {
  if (value === null) return '没有录入'
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((one: unknown) => wordsOf(key, one)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object' && value !== undefined) {
    return (
      Object.entries(value)
        .map(([name, inner]) => `${nameOf(name)} ${wordsOf(name, inner)}`)
        .join('，') || '无'
    )
  }
  const text = String(value)
  return VALUES[key]?.[text] ?? text
}

/** Lines "name：value" of a record; empty for anything else. */
export const pairs = (record: unknown): string[] =>
  typeof record === 'object' && record !== null
    ? Object.entries(record).map(([key, value]) => `${nameOf(key).replace(/？$/, '')}：${wordsOf(key, value)}`)
    : []
