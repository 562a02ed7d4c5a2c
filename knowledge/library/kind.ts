import { type LawKind } from '../vocabulary.ts'

/** Amendments and decisions on amending repeat real articles; the folder tells the weight of all others. */
export function kindOf(category: string, name: string): LawKind {
  if (/修正案/.test(name)) return 'amendment'
  if (/(?:修改|废止|停止执行|暂时调整).*(?:决定|通知|公告)$/.test(name) || /^关于.*决定$/.test(name)) return 'decision'
  if (category.startsWith('宪法') && !category.startsWith('宪法相关法')) return 'constitution'
  if (category.startsWith('司法解释')) return 'interpretation'
  if (category.startsWith('行政法规')) return 'adminRegulation'
  if (category.startsWith('部门规章')) return 'departmentRule'
  if (/地方/.test(category)) return 'localRegulation'
  return /^(?:刑法|民法典|民法商法|社会法|经济法|行政法|诉讼与非诉讼程序法|宪法相关法)/.test(category) || /法$|法典$/.test(name) ? 'law' : 'other'
}
