/** What people ask about: the first level of the topic tree of guides, questions, cases and duty lawyers. */
export const TOPICS = [
  'wages',
  'labourContract',
  'workInjury',
  'socialInsurance',
  'divorce',
  'children',
  'elders',
  'inheritance',
  'violence',
  'traffic',
  'consumer',
  'loans',
  'neighbours',
  'land',
  'tenancy',
  'property',
  'victim',
  'detained',
  'authority',
  'legalAid',
  'mediation',
  'notary',
  'court',
  'other',
] as const
export type Topic = (typeof TOPICS)[number]

/** What an answer may rest on: an article of law, a guide (办事指南) of ours, a typical case (典型案例). */
export const SOURCE_KINDS = ['article', 'guide', 'case'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** What cannot wait for a reading: each has numbers to call before anything else is said. */
export const EMERGENCIES = ['violence', 'childAtRisk', 'suicide', 'detention', 'injuredNow', 'fraudNow'] as const
export type Emergency = (typeof EMERGENCIES)[number]

/** Where a text of law stands (效力状态): superseded by a newer version of its own, or repealed (废止) altogether. */
export const LAW_STATUSES = ['inForce', 'notYet', 'superseded', 'repealed', 'unknown'] as const
export type LawStatus = (typeof LAW_STATUSES)[number]

/** The weight of a text among texts (效力位阶). Amendments and decisions on amending repeat real articles and rank below them. */
export const LAW_KINDS = [
  'constitution',
  'law',
  'interpretation',
  'adminRegulation',
  'departmentRule',
  'localRegulation',
  'amendment',
  'decision',
  'other',
] as const
export type LawKind = (typeof LAW_KINDS)[number]
