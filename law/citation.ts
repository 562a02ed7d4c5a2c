/**
 * Where a rule comes from and how sure we are of it.
 *
 * 法   checked against the text of the statute; may carry its article.
 * 网   seen on public web pages only; the value must stay a setting.
 * 待核 from memory, not yet checked; must never show an article number, so the type forbids one.
 * 设计 not law: a choice of this product.
 */
export type CitationLevel = '法' | '网' | '待核' | '设计'

export type Citation =
  | {
      law: string
      article?: string /** 项 of a checked article's list */
      item?: number
      level: '法' | '网' | '设计'
      note?: string
    }
  | { law: string; article?: undefined; item?: undefined; level: '待核'; note?: string }

/** Short names of the sources, and their full names as a citizen may read them. */
export const LAWS = {
  aid: '法律援助法',
  aidRegulation: '法律援助条例（国务院令第385号）',
  procedure: '办理法律援助案件程序规定（2023年修订）',
  gansu: '甘肃省法律援助条例（2023年修订）',
  gansuMilitary: '甘肃省军人军属法律援助规范',
  civilCode: '民法典',
  civilProcedure: '民事诉讼法',
  civilProcedureReading: '最高人民法院关于适用民事诉讼法的解释',
  criminalProcedure: '刑事诉讼法',
  criminalProcedureReading: '最高人民法院关于适用刑事诉讼法的解释',
  reconsideration: '行政复议法',
  administrativeProcedure: '行政诉讼法',
  laborArbitration: '劳动争议调解仲裁法',
  arbitrationRules: '劳动人事争议仲裁办案规则',
  elderly: '老年人权益保障法',
  minors: '未成年人保护法',
  personalInformation: '个人信息保护法',
  lawyers: '律师法',
  domesticViolence: '反家庭暴力法',
  military: '军人地位和权益保障法',
  holidays: '全国年节及纪念日放假办法（2024年修订）',
  fullCoverage: '关于进一步深化刑事案件律师辩护全覆盖试点工作的意见（司发通〔2022〕49号）',
  laborLaw: '劳动法',
  laborContract: '劳动合同法',
  laborContractRegulation: '劳动合同法实施条例',
  laborReading1: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）',
  laborReading2: '最高人民法院关于审理劳动争议案件适用法律问题的解释（二）',
  laborCases: '劳动人事争议典型案例',
  wagePayment: '工资支付暂行规定',
  paidDays: '关于职工全年月平均工作时间和工资折算问题的通知（人社部发〔2025〕2号）',
  annualLeave: '职工带薪年休假条例',
  annualLeaveMeasures: '企业职工带薪年休假实施办法',
  peoplesMediation: '人民调解法',
  laborInspection: '劳动保障监察条例',
  stateCompensation: '国家赔偿法',
  workInjury: '工伤保险条例',
  workInjuryReading: '最高人民法院关于审理工伤保险行政案件若干问题的规定',
  wageAdvice: '人力资源社会保障部等部门通知（人社部发〔2020〕52号）',
  product: '平台口径',
} as const
export type Law = keyof typeof LAWS

/** A checked statute and its article. */
export const statute = (law: Law, article: string, note?: string): Citation => ({
  law: LAWS[law],
  article,
  level: '法',
  ...(note === undefined ? {} : { note }),
})

/** A checked statute, its article and the 项 in the article's list: 第三十一条第五项. */
export const statuteItem = (law: Law, article: string, item: number): Citation => ({
  law: LAWS[law],
  article,
  item,
  level: '法',
})

/** Seen on a public web page; the article only where the page named it. */
export const seenOnline = (law: Law, article?: string, note?: string): Citation => ({
  law: LAWS[law],
  level: '网',
  ...(article === undefined ? {} : { article }),
  ...(note === undefined ? {} : { note }),
})

/** Known from memory only: no article is ever shown. */
export const unchecked = (law: Law, note: string): Citation => ({ law: LAWS[law], level: '待核', note })

/** A choice of this product, kept apart from law. */
export const ourChoice = (note: string): Citation => ({ law: LAWS.product, level: '设计', note })

/** One line for a screen: 《法律援助法》第43条（法）. */
export function formatCitation(citation: Citation): string {
  const item = citation.item === undefined ? '' : `第${citation.item}项`
  const article = citation.article === undefined ? '' : `第${citation.article}条${item}`
  const name = citation.level === '设计' ? citation.law : `《${citation.law}》`
  return `${name}${article}（${citation.level}）`
}

/** As a citizen reads it, without marks for lawyers: 《法律援助法》第43条第1项. What has not been checked still says so. */
export function citedPlainly({ law, article, item, level }: Citation): string {
  if (level === '设计') return '本平台的做法'
  const place = `${article === undefined ? '' : `第${article}条`}${item === undefined ? '' : `第${item}项`}`
  return `《${law}》${place}${level === '待核' ? '（还没有核对）' : ''}`
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** 1 to 99 as papers write them: 5 is 五, 10 十, 42 四十二. */
function inWords(number: number): string {
  const tens = Math.floor(number / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${ten}${DIGITS[number % 10]}`
}

/** As a paper names an article: 第三十一条第五项. For articles up to 99. */
export const articleInWords = (article: string, item?: number): string =>
  `第${inWords(Number(article))}条${item === undefined ? '' : `第${inWords(item)}项`}`
