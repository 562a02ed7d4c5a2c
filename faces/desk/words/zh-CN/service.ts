interface Duty { hours: number; lectures: number }
const expected = ({ hours, lectures }: Duty): string => `村（居）法律顾问每月到村不少于 ${hours} 小时、每季度至少 ${lectures} 次讲座。`

export const service = {
  lead: '志愿者、调解员、村（居）法律顾问、法律明白人做的每一次服务。只记帮了哪类人，不记姓名。', whose: '看谁的', everybody: '全部人员', add: '记一次服务', import: '导入', export: (format: string) => `导出 ${format === 'xlsx' ? 'Excel' : 'CSV'}`,
  notKept: '您这里没有要记服务的人', notKeptHelp: '本人可以记自己的；工作站、中心可以替本地的人记。账号还没有和队伍里的人对上的，请联系工作站。',
  figures: '每人这个月', figureColumns: ['谁', '次数', '时长', '帮了几人', '讲座', '还差什么'], hours: (n: number) => `${n} 小时`, minutes: (n: number) => `${n} 分钟`, lectures: (n: number, quarter: number) => `${n} 场（本季 ${quarter}）`, none: '不差', later: '月底看', more: (n: number) => `再看 ${n} 人`,
  running: (duty: Duty) => `这个月还没过完，过完再看还差什么。${expected(duty)}`, noGaps: '这个月该做的都做到了。', gaps: (n: number, duty: Duty) => `${n} 人还差。${expected(duty)}`,
  entries: '一条一条看', noEntries: '这个月还没有记录', noEntriesHelp: '做完一次就记一次，也可以从表格导入。', people: (n: number) => `${n} 人`, by: (who: string) => `${who} 记`, struck: '已划掉', strike: '划掉', strikeOf: (who: string, day: string) => `划掉 ${who} ${day} 的记录`, strikeTitle: '划掉这一条', strikeHelp: '划掉的不再算数，但留着看得到。', strikeReason: '为什么划掉', strikeNeeded: '请写明为什么划掉', strikeDone: '已划掉。',
  addTitle: '记一次服务', noNames: '请不要写群众的姓名、电话和住址。', who: '谁做的', day: '哪天', long: '几分钟', place: '算在哪个服务点', at: '在哪里做的', atExample: '如：村委会、王家院子', work: '做了什么', helped: '帮了谁', count: '几个人', matter: '什么事', matterExample: '如：低保怎么申请', result: '结果', note: '备注（可不填）', saved: '记下了。',
  needed: { memberId: '请选谁做的', placeId: '请选服务点', people: '请填几个人', minutes: '请填几分钟' },
  importLead: '下载模板，照着填，一行一次服务。先看哪里不对，全部对了再导入；同一个文件导两次不会重复。', imported: (n: number) => `已导入 ${n} 条。`, nothingNew: '没有新的记录，都已经有了。', ready: (n: number, same: number) => `${n} 条可以导入${same > 0 ? `，${same} 条已经有了` : ''}。`,
} as const
