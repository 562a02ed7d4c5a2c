/** What aid can be asked for (rule book 1.2), in the words a farmer would use, with the legal term beside it. */
export const MATTERS = {
  laborRemuneration: { plain: '老板欠工资，或不承认我是他的员工', term: '请求支付劳动报酬、确认劳动关系' },
  injuryDamage: { plain: '干活受伤、车祸、吃坏药、看病出事，要赔偿', term: '工伤、交通、食药、医疗事故人身损害赔偿' },
  severance: { plain: '被辞退，只要补偿金或赔偿金', term: '经济补偿、赔偿金' },
  domesticViolence: { plain: '被家里人打骂、虐待、遗弃', term: '遭受虐待、遗弃或家庭暴力主张权益' },
  maintenance: { plain: '要赡养费、抚养费、扶养费', term: '给付赡养费、抚养费、扶养费' },
  familyMatters: { plain: '离婚、继承、孩子跟谁过', term: '婚姻、继承、抚养权变更' },
  socialInsurance: { plain: '社保、低保、救助没给够', term: '社会保险待遇、社会救助' },
  pension: { plain: '抚恤金没发或发少了', term: '发给抚恤金' },
  capacity: { plain: '家里人不能自己做主，要法院认定', term: '认定无民事行为能力或限制民事行为能力' },
  environment: { plain: '污水、废气、毁林等让我受了损失', term: '环境污染、生态破坏损害赔偿' },
  education: { plain: '孩子上不了学（义务教育）', term: '享受义务教育权利' },
  goodSamaritan: { plain: '救人、制止坏人，自己受了损失', term: '因见义勇为主张民事权益' },
  publicInterestRescuer: { plain: '保护大家的利益，自己受了损失', term: '见义勇为或保护社会公共利益权益受损' },
  heroReputation: { plain: '烈士、英雄的名声被人侮辱', term: '维护英雄烈士人格权益' },
  militaryFamily: { plain: '军人和军人家属的优待、婚姻、土地等事', term: '军人军属优抚、婚姻、土地、农资、保险' },
  stateCompensation: { plain: '公家办错了事，要国家赔偿', term: '国家赔偿' },
  retrialAcquittal: { plain: '坐过牢，后来改判没罪，要赔偿', term: '再审改判无罪请求国家赔偿' },
  criminalDefense: { plain: '自己或家里人被抓、被告，要律师辩护', term: '刑事辩护' },
  criminalVictim: { plain: '被人犯罪伤害，要律师帮忙', term: '刑事被害人、自诉人、附带民事诉讼原告人代理' },
  retrial: { plain: '判决已经生效，现在重新审', term: '再审、抗诉案件' },
  other: { plain: '不是上面这些', term: '其他' },
} as const
export type MatterCode = keyof typeof MATTERS

/** Where 法律援助法 lists a matter: article 31 with the condition of hardship, article 32 without it (rule book 1.2). */
export const LISTED_IN: Partial<Record<MatterCode, { article: '31' | '32'; item: number }>> = {
  stateCompensation: { article: '31', item: 1 },
  socialInsurance: { article: '31', item: 2 },
  pension: { article: '31', item: 3 },
  maintenance: { article: '31', item: 4 },
  laborRemuneration: { article: '31', item: 5 },
  capacity: { article: '31', item: 6 },
  injuryDamage: { article: '31', item: 7 },
  environment: { article: '31', item: 8 },
  heroReputation: { article: '32', item: 1 },
  goodSamaritan: { article: '32', item: 2 },
  retrialAcquittal: { article: '32', item: 3 },
  domesticViolence: { article: '32', item: 4 },
}

/** How a matter is handled by the rules; one table, so that a new matter cannot be forgotten anywhere. */
export type MatterGroup = 'labor' | 'civil' | 'criminal' | 'none'
export const MATTER_GROUP: Record<MatterCode, MatterGroup> = {
  laborRemuneration: 'labor',
  injuryDamage: 'civil',
  severance: 'labor',
  domesticViolence: 'civil',
  maintenance: 'civil',
  familyMatters: 'civil',
  socialInsurance: 'civil',
  pension: 'civil',
  capacity: 'civil',
  environment: 'civil',
  education: 'civil',
  goodSamaritan: 'civil',
  publicInterestRescuer: 'civil',
  heroReputation: 'civil',
  militaryFamily: 'civil',
  stateCompensation: 'civil',
  retrialAcquittal: 'civil',
  criminalDefense: 'criminal',
  criminalVictim: 'criminal',
  /** criminal where the facts say so: `matterGroup` */
  retrial: 'civil',
  other: 'none',
}

/** The group with what is known of the case: a retrial may be one of a criminal case (法律援助法 33). Not known counts as civil. */
export const matterGroup = (matter: MatterCode, { retrialIsCriminal }: { retrialIsCriminal?: boolean }): MatterGroup =>
  matter === 'retrial' && retrialIsCriminal === true ? 'criminal' : MATTER_GROUP[matter]
