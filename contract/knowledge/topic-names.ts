import type { Topic } from '@fatong/knowledge/vocabulary.ts'

/** What people call each topic; the same words in menus, filters and suggestions. */
export const TOPIC_NAMES: Record<Topic, string> = {
  wages: '欠工资',
  labourContract: '劳动合同、被辞退',
  workInjury: '干活受伤',
  socialInsurance: '社保、养老',
  divorce: '离婚',
  children: '孩子',
  elders: '老人',
  inheritance: '继承',
  violence: '家里挨打',
  traffic: '交通事故',
  consumer: '买东西上当',
  loans: '借钱还钱',
  neighbours: '邻居纠纷',
  land: '土地、征收',
  tenancy: '租房',
  property: '物业',
  victim: '被人侵害',
  detained: '家人被抓',
  authority: '政府处罚',
  legalAid: '法律援助',
  mediation: '调解',
  notary: '公证',
  court: '打官司',
  other: '别的事',
}
