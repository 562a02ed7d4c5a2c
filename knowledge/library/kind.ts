import { type LawKind } from '../vocabulary.ts'

const FOLDERS: readonly [RegExp, LawKind][] = [
  [/^宪法(?!相关法)/, 'constitution'],
  [/^司法解释/, 'interpretation'],
  [/^行政法规/, 'adminRegulation'],
  [/^部门规章/, 'departmentRule'],
  [/地方/, 'localRegulation'],
  [/^(?:刑法|民法典|民法商法|社会法|经济法|行政法|诉讼与非诉讼程序法|宪法相关法)/, 'law'],
]
const COURTS = /法释〔|最高人民(?:法院|检察院)[^，。\n]{0,8}(?:审判|检察)委员会/
const PEOPLES_CONGRESS = /全国人民代表大会(?:常务委员会)?第[^，。\n]{1,8}次会议[^，。\n]{0,4}通过/
const COUNCIL = /国务院(?:[^，。\n]{0,20}(?:令|常务会议)|批准|发布|公布|关于修改)/
/** 甘肃省…, 临夏回族自治州…, 张掖市…; not 城市…, 直辖市…, 上市公司…, 证券市场…. */
const PLACE =
  /^(?:[^省市县区州《》]{2,3}省|[^《》]{2,14}?自治[区州县]|[^省市县区州《》]{1,3}[^城辖的上超集门市]市(?![场政民容价值]))/
const LOCAL_CONGRESS = /(?:省|自治区|自治州|自治县|[^城辖的]市)(?:第[^，。\n]{1,6}届)?人民代表大会/
const MINISTRY = /(?:部|局|署|委员会|监会|银行)令第/

/** Does the folder of a collection tell what its texts are? A file that comes alone has none. */
export const tellsKind = (category: string): boolean => FOLDERS.some(([folder]) => folder.test(category))

/**
 * Amendments and decisions on amending repeat real articles; the folder tells the weight of all others. Where there is none
 * that says so, title and preamble tell who made the text: the courts, the State Council (国务院令), a place, a ministry.
 */
export function kindOf(category: string, name: string, preamble = ''): LawKind {
  if (/修正案/.test(name)) return 'amendment'
  if (/(?:修改|废止|停止执行|暂时调整).*(?:决定|通知|公告)$/.test(name) || /^关于.*决定$/.test(name)) return 'decision'
  return FOLDERS.find(([folder]) => folder.test(category))?.[1] ?? kindOfText(name, preamble)
}

function kindOfText(name: string, preamble: string): LawKind {
  if (/^最高人民(?:法院|检察院)/.test(name) || COURTS.test(preamble)) return 'interpretation'
  if (name === '宪法') return 'constitution'
  if (/(?<!办)法$|法典$/.test(name)) return 'law'
  if (LOCAL_CONGRESS.test(preamble)) return 'localRegulation'
  if (PEOPLES_CONGRESS.test(preamble)) return 'law'
  if (COUNCIL.test(preamble)) return 'adminRegulation'
  if (MINISTRY.test(preamble)) return 'departmentRule'
  return PLACE.test(name) ? 'localRegulation' : 'other'
}
