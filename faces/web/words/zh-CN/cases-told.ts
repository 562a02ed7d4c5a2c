export const casesTold = {
  page: '典型案例', title: '典型案例', lead: '别人遇到过的事，法院或律师是怎么办的。看看和您的像不像。', topicsTitle: '按事情找', all: '全部', count: (n: number) => `共 ${n} 个`,
  none: '还没有案例', noneText: '可以先看办事指南，或打 12348 问，免费，24 小时有人接。', noneHere: '这类事还没有案例。', guides: '看办事指南', other: '别的事',
  result: '结果怎样', articles: '案子里用到的法律', sameNot: '每件事不一样，这个案子的结果不等于您的结果。拿不准就问一问。', ask: '问问我的事', near: '同类的案例',
  copied: '地址已复制，可以发给别人', share: '复制地址', print: '打印', bigger: '字大一点', smaller: '字小一点',
} as const
