export const ask = {
  page: '问法律', title: '有事问一问', lead: '用平常的话说就行。马上给答复，每句话都写着依据。不用登录。', box: '说说您遇到了什么事', again: '接着问', hint: '比如：老板欠我三个月工资不给', go: '问一问', sending: '正在查法律和办事指南…', cut: '问得太长了，只留了前面 2000 个字。说重点就行。',
  you: '您问', short: '先说答案', steps: '一步一步怎么做', deadlines: '别错过的时间', papers: '要准备什么', traps: '常见的误会', where: '去哪里办', cost: '要花多少钱', quotes: '法律原文', edition: (year: string) => `${year}年版`, cases: '类似的案例', others: '也可以看看', whole: '看整篇指南', call: (number: string) => `打 ${number}`,
  offers: '现在可以做的', dontKnow: '说不准', day: '发生在哪一天？', answerIt: '回答', newOne: '换件事问', lost: '上次问到一半的还在，可以接着问。', kept: '您写的还在。', topicless: '答复', onDay: (day: string) => `按 ${day} 时的法律答的`,
  learns: '可以用我的问题让它以后答得更准。姓名、电话、地址会先去掉。不勾也照样回答。', learnsAnswer: '可以把这次问答改写成办事指南，帮到遇到同样事的人。姓名、电话、地址会先去掉，有人审过才公开。不勾也照样答复。',
  useful: '这个回答有用吗？', yes: '有用', no: '没用', thanks: '谢谢，记下了。', simpler: '说得再简单些', simplerWait: '正在换个说法…', simplerTitle: '换个说法', simplerNote: '这段由语言模型改写，核对过依据；和上面不一样的，以上面为准。', simplerNone: '这一段没有更简单的说法，请看上面的答案，或者问值班律师。',
  nearest: '最近能找到人的地方', nearestAll: '看哪个离我近', printIt: '打印这个答复', shareIt: '复制答复发给别人', shareDone: '复制好了，可以粘贴到微信里',
  brings: (question: string) => `刚才问的“${question}”，连同答复一起交给律师，不用再说一遍。姓名、电话、地址会先去掉。`,
  home: '不知道怎么办？先问一问', examples: ['老板拖着工资不给', '干活摔伤了谁赔', '他动手打我怎么办', '借出去的钱要不回来'], person: '找人解答', personTitle: '把问题留给值班律师', personLead: '写清楚发生了什么、想知道什么。有了答复发短信告诉您，在“我的案子”里也能看。不收钱。', question: '问题', phone: '手机号', code: '短信验证码', getCode: '发验证码', gotCode: '验证码发到您手机上了', send: '把问题交给律师', toMine: '看我问过的问题', sent: '问题交上去了', number: (n: string) => `编号 ${n}`, pledge: (at: string) => `最晚 ${at} 前答复您。`, needQuestion: '请写一下问题。',
} as const
