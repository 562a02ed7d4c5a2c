export const places = {
  page: '服务点', title: '最近的服务点', lead: '带上身份证就行，工作人员帮您填、帮您拍照。', openNow: '现在开门', closedNow: '现在没开门', address: '地址', hours: '时间', call: (phone: string) => `打电话 ${phone}`,
  none: '服务点名单还没有公布', noneText: '请打 12348 问离您最近的地方。', search: '找哪里？', searchHint: '写镇、村或街道的名字', found: (n: number) => `找到 ${n} 个`, notFound: '没有找到这个名字。换一个字试试，或打 12348 问。', all: (n: number) => `共 ${n} 个服务点`, more: '再看一些',
  verify: {
    page: '核验文书', title: '核验文书真假', lead: '填文书上二维码旁边的核验码，看是不是法律援助中心发的。', code: '核验码', needed: '请填核验码（至少 10 位）', go: '核验', genuine: '这份文书是真的', forged: '没有查到这份文书', forgedText: '可能是假的，也可能是号码填错了。请核对，或打 12348 问一问，先不要交钱。',
    document: '文书', number: '文号', issuedOn: '发出日期', agency: '发文单位', recipient: '当事人', sum: '文件校验码', compare: '请和手里的文书对一对，上面几项都应当一样。', another: '核验另一份',
  },
  privacy: { page: '个人信息怎么用', title: '个人信息处理告知', sensitive: '敏感个人信息（要您单独同意）', version: (v: string) => `版本 ${v}`, rights: '您可以随时在“我的案子”里下载自己的信息。', my: '我的案子' },
}
