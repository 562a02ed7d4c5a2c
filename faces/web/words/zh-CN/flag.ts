export const flag = {
  open: '这里不对',
  which: '哪里不对？',
  reasons: {
    wrong: '说得不对',
    outdated: '法条过时了',
    notMine: '答非所问',
    unclear: '看不懂',
    harmful: '照着做会吃亏',
  },
  needed: '请选一样',
  note: '说说哪里不对',
  noteHint: '不要写姓名、电话、身份证号',
  send: '告诉工作人员',
  close: '不说了',
  sent: '记下了，会有人核对。谢谢您。',
} as const
