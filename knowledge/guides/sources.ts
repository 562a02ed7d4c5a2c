import { type Source } from '../search/searcher.ts'
import { type Topic } from '../vocabulary.ts'
import { type Guide } from './guide.ts'

/** Words of each topic, in the place where an article has its headings. */
const TOPIC_WORDS: Record<Topic, string> = {
  wages: '工资 欠薪',
  labourContract: '劳动合同 打工 辞退',
  workInjury: '工伤 干活受伤',
  socialInsurance: '社会保险 养老 医保',
  divorce: '离婚 婚姻',
  children: '孩子 抚养',
  elders: '老人 赡养',
  inheritance: '遗产 继承',
  violence: '家庭暴力 挨打',
  traffic: '交通事故',
  consumer: '买东西 消费',
  loans: '借钱 欠款',
  neighbours: '邻居 相邻',
  land: '土地 宅基地 村里',
  tenancy: '租房',
  property: '物业 买房',
  victim: '被害人 受害',
  detained: '被抓 拘留 刑事',
  authority: '政府 处罚 复议',
  legalAid: '法律援助',
  mediation: '调解',
  notary: '公证',
  court: '打官司 起诉 法院',
  other: '其他',
}

/** What the index holds of each guide: all shown text, and apart from it the ways in which people ask. */
export const guideSources = (guides: readonly Guide[]): Source[] => guides.map(guideSource)

const guideSource = (guide: Guide): Source => ({
  id: `guide:${guide.slug}`,
  kind: 'guide',
  title: guide.title,
  number: '',
  path: TOPIC_WORDS[guide.topic],
  text: shownText(guide),
  alsoAsked: guide.asked.join('\n'),
  topic: guide.topic,
  cites: [...new Set([guide.answer, guide.steps, guide.deadlines].flat().flatMap(({ cites }) => cites))],
  date: guide.reviewed,
})

const shownText = ({ situation, answer, steps, papers, deadlines, where, cost, traps }: Guide): string =>
  [
    situation,
    ...[...answer, ...steps].map(({ text }) => text),
    ...papers,
    ...deadlines.map(({ text }) => text),
    where,
    cost,
    ...traps.map(({ text }) => text),
  ].join('\n')
