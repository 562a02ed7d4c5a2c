/** 服务记录: what people of the team do for residents, by kind; nobody's name is kept. */
export const SERVICE_WORK = {
  consultation: '咨询解答',
  lecture: '法治讲座',
  publicity: '宣传',
  mediation: '参与调解',
  guidance: '引导法律援助',
  drafting: '代写文书',
  rules: '村规民约、重大事项意见',
  visit: '上门、走访',
  other: '其他',
} as const
export type ServiceWork = keyof typeof SERVICE_WORK
export const SERVICE_WORK_NAMES = Object.keys(SERVICE_WORK) as ServiceWork[]

export const HELPED = {
  resident: '村（居）民',
  elder: '老年人',
  minor: '未成年人',
  disabled: '残疾人',
  worker: '务工人员',
  military: '军人军属',
  committee: '村（居）委会',
  group: '多人（讲座、宣传）',
} as const
export type Helped = keyof typeof HELPED
export const HELPED_NAMES = Object.keys(HELPED) as Helped[]

export const SERVICE_RESULTS = {
  solved: '当场解决',
  guided: '已指路转办',
  going: '还在跟进',
  failed: '没有解决',
} as const
export type ServiceResult = keyof typeof SERVICE_RESULTS
export const SERVICE_RESULT_NAMES = Object.keys(SERVICE_RESULTS) as ServiceResult[]
