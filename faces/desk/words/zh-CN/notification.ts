export const notification = {
  title: '登记通知函', help: '公安、检察院、法院通知辩护或代理的，在这里登记。登记后直接进入指派，不查经济状况，3 日内指派律师并回告。',
  authority: '来函机关', letterNumber: '文号', receivedOn: '收到的日子', ground: '属于哪一种人', stage: '案件阶段', defendantName: '被告人（被申请人）姓名', birthDate: '出生日期', charge: '罪名', coDefendants: '同案人', coDefendantsHelp: '用来查利益冲突：同案人不能由同一位律师辩护。', submit: '登记', done: (n: string) => `已登记，案件编号 ${n}`, letter: '来函', person: '被告人',
} as const
