interface FieldWords {
  label: string
  hint?: string
  unit?: string
}
type Fields = Readonly<Record<string, FieldWords>>

const yuan = '元'
const localAverage: FieldWords = {
  label: '本地上年度职工月平均工资',
  hint: '不知道就空着，打 12333 能问到。工资比它高很多时才有影响。',
  unit: yuan,
}
const minimumWage: FieldWords = { label: '当地最低工资', hint: '不知道就空着，打 12333 能问到。', unit: yuan }

const unpaidWages: Fields = {
  minimumWage,
  name: { label: '哪一段时间', hint: '比如：3月到5月' },
  months: { label: '这一段有几个月', unit: '个月' },
  owed: { label: '每个月应该给多少', hint: '说好的工资，加上奖金、提成', unit: yuan },
  paid: { label: '每个月实际给了多少', hint: '一分没给就填 0', unit: yuan },
  lawful: { label: '每个月代扣的个税、个人那份社保', hint: '工资条上有', unit: yuan },
  damages: { label: '每个月扣的赔偿、罚款', hint: '说您弄坏东西、出了差错扣的', unit: yuan },
}
const overtime: Fields = {
  scheme: { label: '上班时间是怎么定的？' },
  monthly: { label: '不算加班，一个月工资多少', unit: yuan },
  workdayHours: { label: '平时下班以后加班，一共几小时', unit: '小时' },
  excessHours: {
    label: '整个周期里超出标准的，一共几小时',
    hint: '比如一个季度按规定该干500小时，干了560小时，就填60',
    unit: '小时',
  },
  restDayHours: { label: '双休日加班、没给补休的，一共几小时', hint: '给了补休的不算', unit: '小时' },
  holidayHours: {
    label: '法定节假日加班，一共几小时',
    hint: '春节、国庆等放假的那几天里，真正的节日那天',
    unit: '小时',
  },
}
const severance: Fields = {
  ending: { label: '是怎么走的？' },
  hiredOn: { label: '哪天开始上班的', hint: '被安排换过单位的，填最早那家' },
  leftOn: { label: '最后一天上班是哪天' },
  average: {
    label: '走以前12个月，平均每月该拿多少',
    hint: '应得的，奖金、津贴都算；不满12个月按实际月数平均',
    unit: yuan,
  },
  noticeGiven: { label: '提前30天给过书面通知吗？' },
  lastMonth: { label: '最后一个月工资多少', unit: yuan },
  localAverage,
  minimumWage,
}
const doublePay: Fields = {
  hiredOn: { label: '哪天开始上班的' },
  monthly: { label: '一个月工资多少', unit: yuan },
  signed: { label: '后来补签了书面合同吗？' },
  signedOn: { label: '哪天补签的' },
  left: { label: '已经离开这个单位了吗？' },
  leftOn: { label: '最后一天上班是哪天' },
}
const annualLeave: Fields = {
  twelveMonths: { label: '连着工作满12个月了吗？', hint: '在别的单位连着干的也算' },
  year: { label: '算哪一年的年休假？' },
  serviceYears: { label: '一共工作了几年', hint: '所有单位加起来，只填满的年数', unit: '年' },
  taken: { label: '那一年已经休了几天年休假', hint: '一天没休就填 0', unit: '天' },
  monthly: { label: '前12个月平均每月工资，去掉加班费', unit: yuan },
  hiredOn: { label: '那一年才进这个单位的，哪天进的' },
  leftOn: { label: '已经离开的，最后一天上班是哪天' },
  barred: { label: '那一年请事假20天以上没扣工资，或者病假好几个月' },
  waived: { label: '我自己书面写过不休年休假' },
}
const limitation: Fields = {
  claim: { label: '您要的是什么？' },
  stillThere: { label: '还在这个单位上班吗？' },
  leftOn: { label: '最后一天上班是哪天' },
  knewOn: { label: '哪天知道吃亏的', hint: '比如：被辞退那天、说不给钱那天' },
  interrupted: { label: '哪天要过钱、投诉过，或者对方答应过给', hint: '要有证据：微信、录音、投诉单' },
}
const lastDay: Fields = {
  event: { label: '是哪一种情况？' },
  on: { label: '是哪一天', hint: '收到文书的，填签收那天' },
}
const disabilityBenefit: Fields = {
  grade: { label: '鉴定是几级伤残？' },
  injuredOn: { label: '哪天受的伤' },
  ownWage: {
    label: '受伤前12个月，平均每月的缴费工资',
    hint: '社保卡绑的手机上能查；没交社保的填平均工资',
    unit: yuan,
  },
  insured: { label: '单位给交工伤保险了吗？' },
  localAverage: {
    ...localAverage,
    label: '本地职工月平均工资',
    hint: '不知道就空着，打 12333 能问到。工资特别高或特别低时才有影响。',
  },
}

export const calculate = {
  page: '算一算',
  title: '算一算能要多少',
  lead: '选一样，填几个数，马上算出来，写明是怎么算的、哪条法律说的。',
  private: '在您这台手机上算，填的数不会传出去。',
  all: '看别的计算',
  go: '算一算',
  again: '从头再填',
  print: '打印',
  copy: '复制结果',
  copied: '复制好了，可以粘贴到微信里',
  optional: '知道的话再填这些，会更准',
  result: '算出来的结果',
  how: '怎么算的',
  put: '您填的',
  why: '为什么',
  leftOut: '没有算进来的',
  doubts: '还没核对清楚的',
  sources: '依据',
  total: '合计',
  next: '接下来可以',
  ask: '还有疑问，问一问',
  eligibility: '看看能不能免费请律师',
  apply: '直接申请法律援助',
  points: '找最近的服务点',
  limitation: '看看还来得及仲裁吗',
  addRow: '加一段时间',
  addDay: '加一个日子',
  removeRow: '去掉这一段',
  removeDay: '去掉这个日子',
  period: (n: number) => `第 ${n} 段`,
  day: (n: number) => `第 ${n} 个日子`,
  noDays: '没有要过、投诉过，就不用加。',
  yesNo: { yes: '是', no: '没有' },
  stillThere: { yes: '还在', no: '已经不在了' },
  year: (year: string) => `${year}年`,
  grade: (grade: number) => `${grade}级`,
  ticked: '是',
  money: (sum: string) => `${sum} 元`,
  level: { 网: '网上公布的，没核对到原文', 待核: '待核' },
  problems: {
    empty: {
      text: '请填写',
      money: '请填一个数，没有就填 0',
      hours: '请填几个小时',
      whole: '请填一个整数',
      half: '请填几天，没有就填 0',
      day: '请选一个日期',
      choice: '请选一项',
    },
    number: {
      money: '请填数字，最多两位小数，例如 6000 或 6543.21',
      hours: '请填数字，最多一位小数，例如 10 或 2.5',
      whole: '请填整数，例如 3',
      half: '请填天数，例如 3 或 2.5',
    },
    between: (least: number, most: number) => `请填 ${least} 到 ${most.toLocaleString('zh-CN')} 之间的数`,
    long: '最多 30 个字，请写短一点',
    day: '日期不对，请再选一次',
    future: '日期不能晚于今天',
    leftBefore: '离开的日子不能早于开始上班的日子',
  },
  calculators: {
    'unpaid-wages': {
      name: '欠了多少工资',
      what: '拖欠、少发、乱扣，按月加起来',
      lead: '每个月一样的填一段，不一样的分几段填。',
      fields: unpaidWages,
      question: '老板拖欠工资怎么办',
    },
    overtime: {
      name: '算加班费',
      what: '平时、双休日、节假日加班',
      lead: '按没给加班费的那段时间，把小时数加起来填。',
      fields: overtime,
      question: '加班不给加班费怎么办',
    },
    severance: {
      name: '算辞退补偿',
      what: '被辞退、合同到期、被迫辞职',
      lead: '先选是怎么走的，再填几个数。',
      fields: severance,
      question: '被辞退了补偿怎么算',
    },
    'double-pay': {
      name: '没签合同的双倍工资',
      what: '上班超过一个月还没签书面合同',
      lead: '只算应当再付的那一份。',
      fields: doublePay,
      question: '没签劳动合同能要双倍工资吗',
    },
    'annual-leave': {
      name: '年休假工资',
      what: '年休假没休，单位该补多少',
      lead: '一次算一年的。',
      fields: annualLeave,
      question: '年休假没休能要钱吗',
    },
    limitation: {
      name: '还来得及仲裁吗',
      what: '最晚哪天要去申请劳动仲裁',
      lead: '劳动仲裁一般要在一年里申请。',
      fields: limitation,
      question: '劳动仲裁多久过期',
    },
    'last-day': {
      name: '最晚哪天去',
      what: '起诉、上诉、复议、工伤认定、申请执行',
      lead: '选一种情况，填日子，看最晚哪天要去办。',
      fields: lastDay,
      question: '收到判决书多少天内上诉',
    },
    'disability-benefit': {
      name: '工伤伤残补助金',
      what: '鉴定了等级，一次性能拿多少',
      lead: '这里只算一次性伤残补助金，别的待遇在结果里说明。',
      fields: disabilityBenefit,
      question: '工伤几级能赔多少',
    },
  },
} as const
