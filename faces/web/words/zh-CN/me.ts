export const me = {
  page: '我的案子', signInTitle: '看我的案子', signInLead: '用申请时的手机号登录。', signIn: '登录', signingIn: '正在登录…', phone: (phone: string) => `手机 ${phone}`,
  cases: '我的案子', none: '还没有案子', noneText: '填完申请提交后，就在这里看进度。', apply: '去申请', entitled: '先看能不能申请', yourTurn: '轮到您了', submitted: (day: string) => `${day}提交`, draft: '没填完的申请', draftGo: '接着填',
  questions: '我问过的问题', appointments: '我的预约',
  notices: '消息', noticesNone: '没有消息。', unread: (n: number) => `${n} 条没读`, allRead: '都看过了', new: '新',
  mine: '我的信息', export: '下载我的个人信息', exportHint: '把我们存的您的信息下载成一个文件', exported: '已下载。', signOut: '退出登录', byNumber: '用编号查一件案子',
}
