export const receipt = {
  page: '申请已提交',
  title: '申请已经提交',
  number: '您的受理编号',
  keep: '请记下编号，或截一张图。以后用编号和手机号查进度。',
  at: '提交时间', office: '办理单位', applicant: '申请人',
  elsewhere: (chosen: string, office: string) => `您选的是“${chosen}”。帮办的人只能往自己的服务点放申请，所以放在了“${office}”。上级站和中心照样看得到、能接着办。`,
  due: (when: string) => `最晚 ${when} 给您答复是否受理`,
  nextTitle: '下一步',
  next: ['工作人员看您的申请，材料不齐会一次告诉您缺什么。', '决定给您援助后，当天派律师。', '律师会打您的手机，请留意来电。'],
  qr: '扫这个码看进度', track: '看进度', print: '打印或存成 PDF', copy: '复制编号', copied: '已复制', none: '这里没有刚提交的申请', noneText: '提交成功的申请在“我的案子”里都能找到。', my: '我的案子',
  again: '再帮一个人填',
}
