export const parameters = {
  label: '参数', value: '数值', from: '从哪天起', to: '到哪天', source: '来源', level: '级别', now: '现在', change: '改', title: (label: string) => `修改：${label}`,
  choices: { 'threshold.base': { dibao: '低保标准', minimumWage: '最低工资', disposableIncome: '人均可支配收入' }, 'household.rule': { livingTogether: '一起生活的家里人合计', applicantOnly: '只算本人' } } as Record<string, Record<string, string>>,
  newValue: '新数值', sourceHelp: '写文件名和文号。', levels: { 法: '法（对照过法条）', 网: '网（公开网页见到）', 待核: '待核（没有查到原文）', 设计: '设计（本单位口径）' },
  replay: '先试算', replayHelp: '发布前，用新数值把存着的申请重新判断一遍，看哪些结论会变。', replayed: (n: number) => `重新判断了 ${n} 件申请`, none: '没有一件的结论会变。', changed: (n: number) => `${n} 件的结论会变`, before: '原来', after: '以后', number: '案件', reason: '因为', why: '为什么要改', release: '发布', released: '参数已发布，从生效日起按新数值判断', problems: '这样改有问题：', stale: '改过数值后要重新试算',
} as const
