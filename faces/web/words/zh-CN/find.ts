import { law } from './law.ts'

export const find = {
  page: '找一找', title: '找一找', lead: '办事指南、法律条文、典型案例，一起找。', box: '找什么？', hint: '比如：欠工资、民法典1043条、摔伤', go: '找', filtersTitle: '只看一类', filters: { all: '全部', guide: '办事指南', article: '法条', case: '典型案例' },
  kinds: { guide: '办事指南', article: '法条', case: '案例' }, laws: '法律', whole: '看全文', named: '就是您写的这一条', because: '对上了：', near: '和这样的问法像：', count: (n: number) => `找到 ${n} 条，最像的在前面`, searching: '正在找…', status: law.status,
  none: (q: string) => `没有找到“${q}”`, noneText: '换个说法试试，少写几个字；或者直接问，问不到的有律师答。', noneHere: '这一类里没有。', all: '看全部', ask: '直接问一问', guides: '看办事指南', start: '写几个字就能找。', suggestions: '提示', suggestionsSaid: (n: number) => `有 ${n} 条提示，按上下键选`, topic: '这类事的指南', law: '法律', question: '问',
} as const
