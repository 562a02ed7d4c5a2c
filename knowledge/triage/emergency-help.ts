/** What to do at once. Numbers first, then one to three short things to do; nothing here needs a search or a network. */
import { type Emergency } from '../vocabulary.ts'

export interface EmergencyHelp {
  kind: Emergency
  title: string
  calls: readonly { number: string; says: string }[]
  does: readonly string[]
}

const POLICE = { number: '110', says: '报警' }
const AMBULANCE = { number: '120', says: '叫救护车' }
const LEGAL = { number: '12348', says: '法律援助，免费，24小时' }

export const EMERGENCY_HELP: Readonly<Record<Emergency, EmergencyHelp>> = {
  violence: {
    kind: 'violence',
    title: '有人打您、吓唬您：先保证安全',
    calls: [POLICE, AMBULANCE, { number: '12338', says: '妇联，妇女受欺负找她们' }, LEGAL],
    does: [
      '能走就先离开，去邻居家、村委会、派出所这些有人的地方。',
      '报警时说清地址、谁打人、有没有刀；请警察出具告诫书或出警记录。',
      '没地方去，可以请民政部门的庇护所收留；还可以请法院发人身安全保护令，不收费。',
    ],
  },
  childAtRisk: {
    kind: 'childAtRisk',
    title: '孩子可能有危险：马上找人帮忙',
    calls: [POLICE, { number: '12355', says: '青少年求助' }, AMBULANCE, LEGAL],
    does: [
      '孩子丢了、被带走、被侵害，现在就报警，不用等24小时。',
      '先把孩子带到安全的地方。身上的伤、衣服先不洗，留着给警察看。',
      '你自己就是孩子的话，可以告诉老师、村委会或任何一个你信得过的大人；打电话不要钱。',
    ],
  },
  suicide: {
    kind: 'suicide',
    title: '先别一个人扛：现在就打个电话',
    calls: [{ number: '12356', says: '心理援助，有人听您说' }, AMBULANCE, POLICE],
    does: [
      '请马上叫一个家人、朋友或邻居来陪着，不要一个人待着。',
      '已经喝了药、受了伤，马上打 120。',
      '钱的事、官司的事都有办法慢慢办，我们这里有律师免费帮您。',
    ],
  },
  detention: {
    kind: 'detention',
    title: '家里人被抓、被关：先记住这几件事',
    calls: [LEGAL],
    does: [
      '从第一次问话那天起，就可以请律师；请不起的，可以申请法律援助。没满18岁、聋哑盲、可能判得重的，办案单位要通知我们派律师。',
      '问清楚是哪个单位抓的、关在哪里、什么罪名；拘留一般要在24小时内通知家属。',
      '不要找人“捞人”，不要给陌生人交钱。',
    ],
  },
  injuredNow: {
    kind: 'injuredNow',
    title: '有人受伤：先救人',
    calls: [AMBULANCE, POLICE],
    does: [
      '打 120，说清在哪里、几个人受伤、还有没有呼吸。不懂急救的不要乱搬动。',
      '车祸、打架再打 110。工地受伤，请工友拍下现场、记下证人电话。',
      '看病的单子、票据都留好，后面要赔偿用得上。',
    ],
  },
  fraudNow: {
    kind: 'fraudNow',
    title: '可能遇到骗子：先停，不要再转钱',
    calls: [{ number: '96110', says: '反诈专线' }, POLICE],
    does: [
      '不要再转钱，不要给验证码，不要点链接，不要共享屏幕。公安、法院不会让您往“安全账户”转钱。',
      '已经转了的，马上打 110 报案，说清转账时间、对方账号，越早越可能拦住。',
      '聊天记录、转账记录、对方的账号和电话都不要删。',
    ],
  },
}
