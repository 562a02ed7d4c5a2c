/** What coverage is told apart by. Order is that of screens. */

/** 三级平台, and what stands beside them. */
export const TIERS = {
  center: '公共法律服务中心',
  station: '乡镇公共法律服务工作站',
  office: '村（社区）公共法律服务工作室',
  workstation: '驻点工作站',
  kiosk: '自助机',
  partner: '合作单位',
  visit: '上门服务日',
} as const
export type Tier = keyof typeof TIERS
export const TIER_NAMES = Object.keys(TIERS) as Tier[]

export interface ServiceKind {
  words: string
  /** Somebody who comes later than this before closing is not served. A district's setting, not law. */
  minimumMinutes: number
  /** Nobody need be there for it: it is on a shelf, or somebody helps from elsewhere. */
  unattended?: true
}

export const SERVICES = {
  consultation: { words: '法律咨询', minimumMinutes: 20 },
  intake: { words: '法律援助申请（收转）', minimumMinutes: 30 },
  drafting: { words: '代写法律文书', minimumMinutes: 30 },
  mediation: { words: '人民调解', minimumMinutes: 60 },
  notary: { words: '公证指引', minimumMinutes: 20 },
  remote: { words: '远程视频咨询', minimumMinutes: 20, unattended: true },
  leaflets: { words: '查阅领取资料', minimumMinutes: 5, unattended: true },
} as const satisfies Record<string, ServiceKind>
export type Service = keyof typeof SERVICES
export const SERVICE_NAMES = Object.keys(SERVICES) as Service[]
const KINDS: Readonly<Record<Service, ServiceKind>> = SERVICES
/** Whether a service can be had with nobody there. */
export const needsNobody = (service: Service): boolean => KINDS[service].unattended === true
/** Whether who finds a service at a tier has found help: somebody who does it, or a terminal that answers. Leaflets on a shelf are none. */
export const helps = (tier: Tier, service: Service): boolean => tier === 'kiosk' || !needsNobody(service)

/** 老年人 are 60 and older (老年人权益保障法 2); the oldest are counted apart because they travel least. */
export const AGE_GROUPS = { child: '18岁以下', adult: '18到59岁', elder: '60到79岁', oldest: '80岁以上' } as const
export type AgeGroup = keyof typeof AGE_GROUPS
export const AGE_GROUP_NAMES = Object.keys(AGE_GROUPS) as AgeGroup[]
