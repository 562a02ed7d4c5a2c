export const law = {
  page: '法律原文', title: '查法律原文', lead: '写法律名称，或直接写第几条，比如：民法典1043条、劳动合同法第八十二条。', search: '找哪部法律、哪一条？', go: '查', none: '法律库里还没有内容', noneText: '可以先看办事指南，或打 12348 问。', guides: '看办事指南',
  notFound: '没有找到。换个写法试试，比如“民法典1043条”。', more: '再看一些', found: '找到的条文', laws: '法律目录',
  allKinds: '全部', kinds: { law: '法律', interpretation: '司法解释', adminRegulation: '行政法规', departmentRule: '部门规章', localRegulation: '地方法规', constitution: '宪法', amendment: '修正案', decision: '决定', other: '其他' },
  clause: (paragraph: number, item?: number) => `第 ${paragraph} 款${item === undefined ? '' : `第 ${item} 项`}`,
  status: { inForce: '现行有效', notYet: '还没施行', superseded: '已有新版本', repealed: '已废止', unknown: '效力待查' }, version: (day: string) => `${day} 版本`, from: (day: string) => `${day} 起施行`, until: (day: string) => `到 ${day} 为止`, articles: (n: number) => `共 ${n} 条`,
  notLaw: '现在不能按这个版本办事。', whole: '看全文', before: '上一条', after: '下一条', versions: '这一条的各个版本', same: '文字一样', changed: '文字有改动', gone: '没有这一条', cites: '这一条提到的', citedBy: '提到这一条的', inGuides: '讲到这一条的办事指南',
  copy: '复制条文', copied: '已复制', bigger: '字大一点', smaller: '字小一点', contents: '目录', inThis: '在这部法律里找', preamble: '通过和修改的经过', print: '打印',
} as const
