export const track = {
  page: '查进度',
  title: '查办理进度',
  lead: '填受理编号和申请时的手机号。',
  number: '受理编号',
  numberHint: '在回执上，或短信里',
  numberNeeded: '请填受理编号',
  go: '查进度',
  going: '正在查…',
  forgot: '忘了编号？用手机号看我的案子',
  signedIn: (phone: string) => `已用手机 ${phone} 登录`,
  other: '换一个手机号',
  noCase: '没有找到这个编号的案子。请核对编号和手机号；替别人申请的，用申请时留的手机号。',
}
