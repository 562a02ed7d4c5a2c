/**
 * The facts eligibility is decided from, each with the question a face asks for it. A fact that is absent is unknown;
 * it never means "no". All sums are yuan.
 */
import { MATTERS } from './matters.ts'
import type { MatterCode } from './matters.ts'
import { amount, choice, day, yesNo } from './fact-kinds.ts'
import type { FactDefinition, FactValue } from './fact-kinds.ts'

export { MATTERS } from './matters.ts'
export type { MatterCode } from './matters.ts'

const matterOptions = Object.fromEntries(Object.entries(MATTERS).map(([code, names]) => [code, names.plain])) as Record<
  MatterCode,
  string
>

const YUAN = { unit: '元', min: 0, max: 10_000_000, whole: false }

export const FACTS = {
  matter: choice('遇到了什么事？', matterOptions, '选最接近的一项，工作人员会再核对'),
  laborClaim: choice('想要什么？', {
    pay: '把工资要回来',
    both: '要工资，也要确认我是他的员工',
    relationOnly: '只确认我是他的员工',
  }),
  injuryKind: choice('怎么受的伤？', {
    work: '干活时受伤（工伤）',
    traffic: '交通事故',
    foodOrDrug: '吃的、用的药有问题',
    medical: '看病出了事',
    other: '别的原因',
  }),
  braveAct: yesNo('是因为救人或制止坏人（见义勇为）受的损失吗？'),
  relationToHero: choice('您是烈士（英雄）的什么人？', {
    spouse: '丈夫或妻子',
    parent: '父亲或母亲',
    child: '儿子或女儿',
    sibling: '兄弟姐妹',
    grandparent: '爷爷奶奶、外公外婆',
    grandchild: '孙子女、外孙子女',
    other: '别的亲戚或不是亲戚',
  }),
  retrialOpened: yesNo('法院已经决定重新审，或者检察院已经抗诉了吗？', '还没有的话，先要申请再审'),
  retrialIsCriminal: yesNo('重新审的是刑事案子吗？'),
  hasLawyer: yesNo('这件事已经自己请了律师吗？'),

  applicantRole: choice('替谁申请？', {
    self: '我自己（我已满18岁，能自己办事）',
    selfMinor: '我自己（我还没满18岁）',
    legalRepresentative: '孩子，或不能自己办事的家人（我是父母或监护人）',
    closeRelative: '家里人（不属于上一项）',
    entrusted: '别人委托我来办（有本人写的委托书）',
    other: '以上都不是',
  }),
  livesOnOwnWork: yesNo('满16岁了，并且靠自己打工挣的钱生活吗？'),
  relation: choice('您是他（她）的什么人？', {
    spouse: '丈夫或妻子',
    parent: '父亲或母亲',
    child: '儿子或女儿',
    sibling: '亲兄弟姐妹',
    grandparent: '爷爷奶奶、外公外婆',
    grandchild: '孙子女、外孙子女',
    other: '别的亲戚或不是亲戚',
  }),
  detained: yesNo('他（她）现在被关着吗？', '看守所、监狱、强制隔离戒毒所都算'),
  lacksCapacity: yesNo('他（她）没满18岁，或者不能自己做主吗？'),
  guardianIsOpponent: yesNo('侵害他（她）的，就是他（她）的父母或监护人吗？'),
  victimKind: choice('案子走到哪一步、您算哪一种？', {
    publicProsecution: '公安、检察院在办（公诉）',
    privateProsecution: '自己到法院告（自诉）',
    incidentalCivil: '跟着刑事案子一起要赔偿',
  }),

  isMigrantWorker: yesNo('是农村户口、在外打工的吗？', '本县本乡打工也算'),
  assistance: choice('现在有没有下面这些身份？', {
    none: '都没有',
    dibao: '低保',
    extremePoverty: '特困供养',
    lowIncome: '低收入家庭（民政认定）',
    institution: '住福利院、敬老院，由公家养',
    judicialAid: '法院给过司法救助',
    preferential: '优抚对象（领抚恤、优待的）',
  }),
  birthDate: day('出生年月日是哪天？', '身份证上的日子'),
  disabled: yesNo('有残疾吗？', '有残疾证最好，没有也可以说明'),
  fixedIncome: yesNo('有固定的生活来源吗？', '每月有工资、退休金、租金等都算'),
  serviceIdentity: choice('是军人、军人家属或烈士家属吗？', {
    none: '都不是',
    conscript: '义务兵、领津贴的军校学员',
    mission: '正在执行作战或重大任务的军人',
    missionFamily: '执行作战或重大任务军人的家属',
    martyrFamily: '烈士、因公牺牲或病故军人的家属',
    policeFamily: '因公牺牲警察的家属',
    otherMilitary: '其他军人',
    otherMilitaryFamily: '其他军人的家属',
  }),
  residence: choice('家在城里还是农村？', { urban: '城里', rural: '农村' }, '按户口本或长期居住的地方'),
  householdSize: amount('一起生活的家里人有几口？', { unit: '人', min: 1, max: 30, whole: true }, '连您自己'),
  householdMonthlyIncome: amount(
    '全家最近一年平均每月收入一共多少？',
    YUAN,
    '工资、务农、租金、补贴都算，说个大概就行',
  ),
  opponentInHousehold: yesNo('对方是一起生活的家里人吗？'),
  ownMonthlyIncome: amount('您自己最近一年平均每月收入多少？', YUAN, '对方是家里人时，只看您自己的'),

  caseBody: choice('这件事有没有单位在办？', {
    none: '还没有',
    courtHere: '{district}的法院、检察院、公安在办',
    courtElsewhere: '外地的法院、检察院、公安在办',
    otherHere: '{district}的仲裁、调解等单位在办',
    otherElsewhere: '外地的仲裁、调解等单位在办',
  }),
  workPlace: choice('活是在哪里干的？', { here: '在{district}', elsewhere: '在外地' }),
  employerPlace: choice('老板（公司）在哪里？', { here: '在{district}', elsewhere: '在外地' }, '营业执照上的地址'),
  eventPlace: choice('事情发生在哪里？', { here: '在{district}', elsewhere: '在外地' }),
  opponentPlace: choice('对方住在哪里？', { here: '在{district}', elsewhere: '在外地' }, '单位就看它的地址'),

  notificationLetter: yesNo('法院、检察院或公安给法律援助中心发了通知函吗？', '工作人员填，您不清楚就跳过'),
  notifiedGround: choice('通知函写的是哪一种人？', {
    'ND-1': '未成年人',
    'ND-2': '视力、听力、言语残疾人',
    'ND-3': '不能完全辨认自己行为的成年人',
    'ND-4': '可能判无期徒刑、死刑的人',
    'ND-5': '死刑复核案件被告人',
    'ND-6': '缺席审判案件被告人',
    'ND-7': '强制医疗案件被申请人、被告人',
    'ND-8': '其他适用普通程序的被告人',
    'ND-9': '共同犯罪他人已有辩护人、重大社会影响、抗诉、可能无罪等',
    'ND-10': '审查起诉阶段，可能判三年以上、不认罪、重大复杂等',
    'ND-11': '法律法规规定的其他人员',
  }),
  criminalStage: choice('案子到了哪一步？', {
    investigation: '公安在查',
    prosecution: '检察院在看',
    trial: '法院在审',
    deathReview: '死刑复核',
  }),
  deathReviewCourt: choice('由哪个法院复核？', { supreme: '最高人民法院', high: '高级人民法院' }),
  appliedByDefendant: yesNo('被告人本人提出申请了吗？'),

  deadlineFrom: choice('有没有怕过期的事？', {
    none: '没有，或者还没开始',
    leftJob: '已经不在那里干了，想要工资',
    awardServed: '收到了仲裁裁决书，想去法院告',
    judgmentServed: '收到了一审判决书，想上诉（民事）',
    criminalJudgmentServed: '收到了一审判决书，想上诉（刑事）',
    administrativeAct: '收到了行政机关的决定，想复议',
    knownLastDay: '我知道最后一天是哪天',
  }),
  deadlineDay: day('是哪一天？', '离开的那天、收到文书的那天，或者最后期限那天'),
  urgentMeasure: choice('要不要马上做下面的事？', {
    none: '不用',
    preserveProperty: '请法院先冻结对方的钱和东西',
    preserveEvidence: '请法院先把证据保住',
    advanceEnforcement: '请法院让对方先付一部分钱',
  }),
} as const satisfies Record<string, FactDefinition>

export type FactKey = keyof typeof FACTS
export type Facts = { [K in FactKey]: FactValue<(typeof FACTS)[K]> }
export type PartialFacts = Readonly<Partial<Facts>>
export const FACT_KEYS = Object.keys(FACTS) as FactKey[]

/** Relations that make a close relative: in criminal cases fewer than in civil ones (rule book 1.1). */
export type Relation = Facts['relation']
