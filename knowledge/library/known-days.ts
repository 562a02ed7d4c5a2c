/** Days that no text of the collection tells, each with where it is written. */
import { type Day } from './law-text.ts'

/** Texts ended by a decision that is not among the texts themselves, by their names in the library. */
export const KNOWN_REPEALS: readonly { day: Day; by: string; names: readonly string[] }[] = [
  {
    day: '2021-01-01',
    by: '《最高人民法院关于废止部分司法解释及相关规范性文件的决定》（法释〔2020〕16号）',
    names: [
      '最高人民法院关于审理劳动争议案件适用法律若干问题的解释',
      '最高人民法院关于审理劳动争议案件适用法律若干问题的解释（二）',
      '最高人民法院关于审理劳动争议案件适用法律若干问题的解释（三）',
      '最高人民法院关于审理劳动争议案件适用法律若干问题的解释（四）',
      '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释',
      '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（二）',
      '最高人民法院关于审理涉及夫妻债务纠纷案件适用法律有关问题的解释',
      '最高人民法院关于审理名誉权案件若干问题的解答',
      '最高人民法院关于审理名誉权案件若干问题的解释',
    ],
  },
]

/**
 * When an amended version began, as the decision that amended it says (本决定自…起施行). The text itself tells only when its first
 * version began, and the collection does not hold the decisions.
 */
const COMMENCEMENTS: Readonly<Record<string, Day>> = {
  '专利法|2020-10-17': '2021-06-01',
  '行政复议法|2017-09-01': '2018-01-01',
  '行政诉讼法|2017-06-27': '2017-07-01',
  '工会法|2021-12-24': '2022-01-01',
  '工伤保险条例|2010-12-20': '2011-01-01',
  '公证法|2017-09-01': '2018-01-01',
  '国家赔偿法|2012-10-26': '2013-01-01',
  '监察法|2024-12-25': '2025-06-01',
  '城市房地产管理法|2019-08-26': '2020-01-01',
  '劳动合同法|2012-12-28': '2013-07-01',
  '律师法|2017-09-01': '2018-01-01',
  '民事诉讼法|2023-09-01': '2024-01-01',
  '农村土地承包法|2018-12-29': '2019-01-01',
  '商标法|2019-04-23': '2019-11-01',
  '土地管理法|2019-08-26': '2020-01-01',
  '消费者权益保护法|2013-10-25': '2014-03-15',
  '刑法|2023-12-29': '2024-03-01',
  '安全生产法|2021-06-10': '2021-09-01',
  '治安管理处罚法|2012-10-26': '2013-01-01',
  '种子法|2021-12-24': '2022-03-01',
  '著作权法|2020-11-11': '2021-06-01',
}

export const knownCommencement = (name: string, versionDate: Day | undefined): Day | undefined =>
  versionDate === undefined ? undefined : COMMENCEMENTS[`${name}|${versionDate}`]
