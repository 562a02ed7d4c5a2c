import { TOPIC_NAMES as topics } from '@fatong/contract/knowledge/topic-names.ts'

export const guides = {
  page: '办事指南', title: '办事指南', lead: '遇到什么事，点进去看怎么办。都是大白话，后面写着是哪条法律说的。',
  topics, topicsTitle: '按事情找', all: '全部', count: (n: number) => `共 ${n} 篇`, none: '这类事的指南还没有写', noneText: '打 12348 问，免费，24 小时有人接。', search: '找哪一类事？', searchHint: '写几个字，比如：工资、抚养费', notFound: '没有找到。换个说法试试，或打 12348 问。',
  when: '什么情形看这篇', answer: '先说答案', steps: '一步一步怎么做', papers: '要准备什么', deadlines: '别错过的时间', where: '去哪里办', cost: '要花多少钱', traps: '常见的误会', articles: '依据的法律', near: '同类的事', toCheck: (what: string) => `待核：${what}`, reviewed: (day: string) => `核对日期：${day}`,
  offers: { eligibility: '看看能不能请免费律师', apply: '申请法律援助', points: '找最近的服务点', hotline12348: '打 12348 问', ticket: '请人解答', mediation: '找人调解' },
  calculators: { 'unpaid-wages': '算一算欠了多少工资', overtime: '算一算加班费', severance: '算一算辞退补偿', 'double-pay': '算一算没签合同的双倍工资', 'annual-leave': '算一算年休假工资', limitation: '看看还来得及仲裁吗', 'last-day': '看看最晚哪天去', 'disability-benefit': '算一算工伤伤残补助金' },
  emergency: '有危险先打 110，有人受伤打 120。', print: '打印', share: '复制地址', shared: '地址已复制，可以发给别人', law: '法律原文',
} as const
