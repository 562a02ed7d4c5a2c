/** The figures and switches rules may ask for, with the words an administrator reads. */
export interface ParameterValues {
  'district.name': string
  'threshold.base': 'dibao' | 'minimumWage' | 'disposableIncome'
  'threshold.multiplier': number
  'threshold.militaryMultiplier': number
  'threshold.inclusive': boolean
  'dibao.urban': number
  'dibao.rural': number
  'minWage.monthly': number
  'avgWage.monthly': number
  'disposableIncome.monthly': number
  'wage.paidDaysPerMonth': number
  'household.rule': 'livingTogether' | 'applicantOnly'
  'household.excludeOpponent': boolean
  'period.months': number
  'scope.provincialAdditions': boolean
  'scope.coversSeverance': boolean
  'exempt.militaryIdentities': boolean
  'exempt.gansuSocialInsurance': boolean
  'waiver.relationOnly': boolean
  'pilot.prosecutionStageDefence': boolean
  'adviser.hoursPerMonth': number
  'adviser.lecturesPerQuarter': number
  'adviser.villages': number
}
export type ParameterKey = keyof ParameterValues

interface ParameterDescription {
  name: string
  help: string
  unit?: string
}

export const PARAMETERS: Record<ParameterKey, ParameterDescription> = {
  'district.name': { name: '本区名称', help: '出现在问题和回答里的地名' },
  'threshold.base': { name: '困难标准的基准', help: '按低保标准、最低工资还是人均可支配收入的倍数算' },
  'threshold.multiplier': { name: '一般案件倍数', help: '基准乘以几倍', unit: '倍' },
  'threshold.militaryMultiplier': { name: '军人军属倍数', help: '军人军属按城乡低保标准的几倍', unit: '倍' },
  'threshold.inclusive': { name: '正好等于标准算不算', help: '文件写「不高于」就算，写「低于」就不算' },
  'dibao.urban': { name: '城市低保标准', help: '民政部门当年公布数', unit: '元/月' },
  'dibao.rural': { name: '农村低保标准', help: '民政部门当年公布数，按月折算', unit: '元/月' },
  'minWage.monthly': { name: '最低工资', help: '省政府公布数', unit: '元/月' },
  'avgWage.monthly': { name: '职工月平均工资', help: '本地上年度数，公布后填：算补偿封顶、工伤待遇用', unit: '元/月' },
  'wage.paidDaysPerMonth': { name: '月计薪天数', help: '全国统一，国家改了才填', unit: '天' },
  'disposableIncome.monthly': { name: '人均可支配收入', help: '统计公布数，按月折算', unit: '元/月' },
  'household.rule': { name: '收入按谁算', help: '一起生活的家里人合计，还是只算本人' },
  'household.excludeOpponent': { name: '家里人是对方时只算本人', help: '一家人打官司，不把对方的收入算进来' },
  'period.months': { name: '收入看多长时间', help: '最近几个月的平均', unit: '月' },
  'scope.provincialAdditions': {
    name: '省里增加的事项',
    help: '甘肃增加的婚姻继承、义务教育、见义勇为、军人军属等事项',
  },
  'scope.coversSeverance': { name: '经济补偿、赔偿金纳入范围', help: '单独要经济补偿或赔偿金能不能申请' },
  'exempt.militaryIdentities': { name: '军人军属、遗属不看收入', help: '义务兵、供给制学员、烈士遗属等' },
  'exempt.gansuSocialInsurance': { name: '进城务工人员要社保待遇不看收入', help: '只见于解读，取得条例原文前不要打开' },
  'waiver.relationOnly': { name: '只确认劳动关系也免核查', help: '法条只写支付劳动报酬，由援助机构掌握' },
  'pilot.prosecutionStageDefence': { name: '审查起诉阶段辩护全覆盖试点', help: '本地是试点地区才打开' },
  'adviser.hoursPerMonth': { name: '村（居）法律顾问每月到村', help: '服务记录里不到这个数就提醒', unit: '小时' },
  'adviser.lecturesPerQuarter': { name: '村（居）法律顾问每季度讲座', help: '服务记录里不到这个数就提醒', unit: '场' },
  'adviser.villages': { name: '一名法律顾问最多管几个村', help: '排班超过就提醒', unit: '个' },
}
