export const board = {
  title: '今日四个当天', today: '今天', wall: '挂墙大屏', leaveWall: '退出大屏（Esc）', live: '自动更新', day: '哪一天',
  done: '办完', waiting: '在等', median: '中间用时', minutes: (n: number) => `${n} 分钟`, noMedian: '还没有', overdueTarget: '过当天目标', overdueLegal: '超法定期限', none: '0',
  chain: '全链条同日', chainHelp: '今天走完四步的案件里，同一天走完的占多少。停表案件不计。', chainNone: '今天还没有走完四步的案件', finished: (n: number) => `走完四步 ${n} 件`, sameDay: (n: number) => `同日 ${n} 件`, excluded: (n: number) => `停表不计 ${n} 件`,
  funnel: '今天的漏斗', funnelHelp: '每一步办完和在等的件数', speed: '每一步的中间用时', picture: '看图', table: '看表格', recent: '刚刚', noRecent: '今天还没有动静。',
  columns: { step: '步骤', done: '办完（件）', waiting: '在等（件）', median: '中间用时（分钟）', overdueTarget: '过当天目标（件）', overdueLegal: '超法定期限（件）' },
  file: (day: string) => `四个当天-${day}.csv`,
} as const
