import type { NoticeAbout } from '@fatong/contract/desk/notices.ts'

export const notices = {
  title: '消息',
  unreadRest: '条没看',
  many: '99+',
  left: (n: number) => `${n} 条没看`,
  lead: '指派给您的案件、等您答的问题、请您回的电话、约了来找您的人、转给您的事，都会在这里告诉您。',
  list: '消息列表',
  none: '还没有消息',
  noneHelp: '有案件指派给您、有人请您回电话、有事转给您时，这里会列出来。',
  more: '再看一些',
  unread: '没看',
  read: '看过',
  markRead: '设为看过',
  markAll: '全部设为看过',
  allRead: '都设为看过了。',
  open: {
    case: '看案件',
    question: '去看问题单',
    callback: '去看预约来访',
    appointment: '去看预约来访',
    duty: '去看值班表',
    handover: '去看上下联动',
    licence: '去看队伍',
  } satisfies Record<NoticeAbout, string>,
}
