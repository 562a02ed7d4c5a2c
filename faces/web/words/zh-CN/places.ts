export const places = {
  page: '服务点', title: '最近的、有人在的服务点', lead: '带上身份证就行，工作人员帮您填、帮您拍照。不收钱。',
  where: '您在哪个村、哪个社区？', whereHint: '写村、社区或镇的名字，如：芦井水村', find: '找最近的', here: '用手机定位', locating: '正在定位…', hereFailed: '没有拿到位置：手机没有允许，或信号不好。请写村名。',
  meant: '有几个地方叫这个名字，是哪一个？', unknown: (q: string) => `没有找到“${q}”。下面按有没有人列出来；换个村名试试，或打 12348 问。`, from: (name: string) => `从${name}出发`,
  when: '什么时候去', whens: { now: '现在', afternoon: '今天下午', morning: '明天上午', day: '别的日子' } as const, day: '哪一天', what: '去办什么', whats: { any: '都可以', consultation: '问法律', intake: '申请法律援助', mediation: '调解', drafting: '写材料' } as const,
  chosen: (what: string, travel: string) => `办什么：${what} · 怎么去：${travel}`, travel: '怎么去', travels: { walk: '走路', ebike: '骑电动车', car: '开车', bus: '坐公交' } as const, at: (day: string) => `按 ${day} 出发算`, views: { list: '列表', drawing: '示意图' } as const, view: '怎么看',
  openNow: '现在开着', later: '现在没开', unsure: '节假日没定，先打电话', route: '怎么走', hours: '时间', call: (phone: string) => `打电话 ${phone}`, book: '约个时间去', bookAt: (name: string) => `约个时间去${name}`, approximate: '位置是大概的',
  none: '没有符合的服务点', noneText: '换个时间或换一件事再找，或打 12348 问一问。', count: (n: number) => `找到 ${n} 个，最快有人的在最前面`,
  drawing: '这是示意图，不是地图：中间是您出发的地方，越往外路上越久。', map: (number: string) => `审图号：${number}`, ring: (n: number) => `${n} 分钟`, noDrawing: '先写您在哪里，才画得出示意图。', mark: (name: string, minutes: number) => `${name}，约 ${minutes} 分钟`, you: '您在这里', more: '再看一些',
  booking: {
    page: '约个时间', title: (name: string) => `到${name}`, pick: '哪天去', time: '几点', left: (n: number) => (n > 1 ? `还能约 ${n} 人` : '只剩 1 个'), full: '约满了', what: '去办什么', remote: '视频问法律', note: '想问什么（可不写）', noteHint: '写几个字，工作人员好准备。不要写身份证号。', go: '约好', busy: '正在约…',
    needed: '请先选哪天、几点', none: '这两周没有能约的时间', noneText: '这里没有排好人，别白跑。先打电话问，或在下面请人给您回电话。', signInTitle: '留个手机号，好提醒您', signInLead: '约好了会发短信告诉您。您选的时间还在。', signIn: '登录并约好', signingIn: '正在约…',
    done: '约好了', bring: '请带身份证和有关材料（合同、欠条、照片都行）。', remind: (when: string) => `${when} 会再发一条短信提醒您。`, noReminder: '时间很近了，不再发短信提醒，请记好。', number: (n: string) => `预约号 ${n}`, mine: '看我的预约', again: '再看看别的时间',
  },
  callback: { title: '时间都不合适？请人给您回电话', lead: '这个点的人会收到您的话，再打给您；那里没人接的，由镇上站点或中心的人打。对方的私人号码不显示，您的号码只给打电话的人看。', text: '想问什么事', hint: '一两句就行，不用写身份证号', needed: '请写一句想问什么事', go: '请人回电', busy: '正在发出…', asked: '已经请人回电，请留意来电。', mine: '看我请的回电', signIn: '登录以后，我们才知道打给谁。', list: '等回电', states: { open: '等回电', done: '已回', withdrawn: '不用回了' } as const, note: (text: string) => `对方说：${text}`, withdraw: '不用回了' },
  mine: { page: '我的预约', lead: '来不了就取消，别人好约。', none: '还没有预约', noneText: '找一个服务点，约个时间去，不用排队。', find: '找服务点', cancel: '取消预约', sure: '真的不去了？', yes: '是，取消', no: '不取消', cancelled: '已取消', states: { booked: '约好了', cancelled: '已取消', came: '去过了', missed: '没有去' } as const, byStaff: (why: string) => `服务点取消了：${why}`, enter: '进视频', early: (when: string) => `${when} 起，这里会有“进视频”的按钮。视频不通就打电话。`, over: '视频时间过了。', byPhone: '到时间服务点会打电话给您，请接听。' },
  verify: {
    page: '核验文书', title: '核验文书真假', lead: '填文书上二维码旁边的核验码，看是不是法律援助中心发的。', code: '核验码', needed: '请填核验码（至少 10 位）', go: '核验', genuine: '这份文书是真的', forged: '没有查到这份文书', forgedText: '可能是假的，也可能是号码填错了。请核对，或打 12348 问一问，先不要交钱。',
    document: '文书', number: '文号', issuedOn: '发出日期', agency: '发文单位', recipient: '当事人', sum: '文件校验码', compare: '请和手里的文书对一对，上面几项都应当一样。', another: '核验另一份',
  },
  privacy: { page: '个人信息怎么用', title: '个人信息处理告知', sensitive: '敏感个人信息（要您单独同意）', version: (v: string) => `版本 ${v}`, rights: '您可以随时在“我的案子”里下载自己的信息。', my: '我的案子' },
}
