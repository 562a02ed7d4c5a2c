export const quality = {
  title: '答复质量',
  sections: { asked: '问了什么', flags: '被说有问题', duty: '值班名单', pledges: '承诺时间' },
  figures: { asked: '次提问', answered: '次有答复', noSource: '次没找到依据', helpful: '次说有用', unhelpful: '次说没用', waiting: '个问题等律师', inTime: '个按时答复' },
  days: (n: number) => `近 ${n} 天`, show: '看哪些', shows: { all: '全部', noSource: '没找到依据', flagged: '被说有问题', unhelpful: '说没用' },
  kinds: { answer: '答复了', article: '给了法条', noSource: '没找到依据', redirect: '不是法律问题' },
  noneAsked: '这里还没有', noneAskedHelp: '有人提问以后会出现在这里。姓名、电话等个人信息已经隐去。',
  guideOf: (slug: string) => `指南 ${slug}`, flagsOf: (n: number) => `${n} 人说有问题`, more: '再看一些',
  reasons: { wrong: '说得不对', outdated: '法条过时了', notMine: '答非所问', unclear: '看不懂', harmful: '照着做会吃亏' }, flaggedPage: '打开那一页', flaggedTicket: '打开那张问题单', turnGone: '（问的话已按期限删除）', guideUsed: '用的办事指南', flagStates: { open: '等处理', settled: '处理过的' }, noFlags: '没有等处理的', noFlagsHelp: '群众点“这里不对”以后会出现在这里。', subject: { turn: '一次答复', guide: '办事指南', article: '法条', case: '典型案例', ticket: '律师答复' },
  outcomes: { corrected: '有错，已改正', right: '没有错', unclear: '说不清' }, outcome: '处理结果', settle: '处理', settleShort: '记下处理结果', how: '怎么处理的', howNeeded: '请写明怎么处理的。', outcomeNeeded: '请选处理结果。', settled: '已记下。',
  dutyHelp: '新问题会通知名单上的人。不选领域的，什么问题都通知。', noDuty: '名单还是空的，新问题会通知中心的主任和受理人员。', uncovered: (topics: string) => `没有人管：${topics}。这些问题会通知中心的主任和受理人员。`, addPerson: '加一个人', topics: '管哪些领域（不选就是全部）', remove: (name: string) => `去掉${name}`, removeShort: '去掉', save: '保存', saved: '已保存。',
  pledgesHelp: '承诺几个工作日内答复。0 是当天，1 是下一个工作日。改动只管以后的新问题。', usual: '一般', own: '单独承诺的领域', addTopic: '加一个领域', workdays: '个工作日', why: '为什么改', topic: '领域',
} as const
