export const me = {
  page: '我的案子', signInTitle: '看我的案子', signInLead: '用申请时的手机号登录。', signIn: '登录', signingIn: '正在登录…', phone: (phone: string) => `手机 ${phone}`,
  cases: '我的案子', none: '还没有案子', noneText: '填完申请提交后，就在这里看进度。', apply: '去申请', entitled: '先看能不能申请', yourTurn: '轮到您了', submitted: (day: string) => `${day}提交`, draft: '没填完的申请', draftGo: '接着填',
  questions: '我问过的问题', appointments: '我的预约',
  notices: '消息', noticesNone: '没有消息。', unread: (n: number) => `${n} 条没读`, allRead: '都看过了', new: '新',
  mine: '我的信息', export: '下载我的个人信息', exportHint: '把我们存的您的信息下载成一个文件，点开就能看、能打印', exported: '已下载，文件叫“我的个人信息”。', signOut: '退出登录', byNumber: '用编号查一件案子',
  file: {
    name: '我的个人信息.html', title: '我的个人信息', madeAt: (when: string) => `${when}从法通下载。里面有身份证号和电话，请收好，不要转给别人。`, nothing: '没有记录',
    person: '我是谁', personName: '姓名', idNumber: '身份证号', phone: '手机', address: '住址', birthDate: '出生日期', since: '什么时候登记的',
    cases: '我的案子', submittedAt: '提交时间', opponents: '对方', story: '事情经过', claim: '想要回的钱', yuan: '元', told: { groups: '人员类别', ethnicity: '民族', occupation: '做什么工作', registeredAddress: '户口在哪里', family: '一起生活的家里人', assets: '家里的财产', burdens: '家里的难处' }, document: '文书', material: '交过的材料', message: '留言',
    notices: '发给我的消息', readings: '谁看过、改过我的信息', sessions: '登录记录', whole: '全部原始记录（给懂电脑的人看）',
  },
}
