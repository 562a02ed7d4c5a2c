export const people = {
  mySessions: '我的登录和密码', title: '我的', password: '修改密码', sessions: '我登录过的设备', sessionsHelp: '不认识的设备，点“让它退出”，再改密码。', device: '设备', created: '登录时间', lastSeen: '最近使用', thisOne: '就是这台', revoke: '让它退出', revoked: '那台设备已退出',
  roles: '我的岗位', second: { done: '已绑定动态验证码', none: '没有绑定动态验证码', needed: '', toEnrol: '' }, enrolNow: '绑定动态验证码',
  sms: { title: '模拟短信', help: '样例模式不发真短信，本来要发的都列在这里。', to: '发给', text: '内容', at: '时间', none: '还没有短信', noneHelp: '群众要验证码、案件有进展时，短信会出现在这里。' },
} as const
