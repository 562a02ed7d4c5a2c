/// <reference types="node" />
import type { StaffNotice } from '@fatong/contract/desk/notices.ts'
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import { Refused, type World } from './mock-world.ts'

const worlds = new WeakMap<World, Map<string, StaffNotice[]>>()
const HOUR = 3_600_000,
  PAGE = 50

/** Of a lawyer: a case, a question, a call, a matter from below, an old word that leads nowhere. Nobody else was told anything. */
const newNotices = (world: World): Map<string, StaffNotice[]> => {
  const notice = (
    n: number,
    hoursAgo: number,
    number: string,
    text: string,
    about: StaffNotice['about'],
    read = false,
  ): StaffNotice => ({
    id: uuidOf(`notice ${n}`),
    number,
    text,
    at: world.now - hoursAgo * HOUR,
    readAt: read ? world.now - HOUR : null,
    about,
    caseId: about === 'case' ? (world.cases[0]?.id ?? null) : null,
  })
  return new Map([
    [
      'linsh',
      [
        notice(
          1,
          0,
          world.cases[0]?.open.number ?? '',
          '有一件新指派的法律援助案件，请登录工作台确认能否承办。',
          'case',
        ),
        notice(2, 1, '问2026-00001', '有新问题等着答，请登录工作台看看。', 'question'),
        notice(3, 3, 'HD2500111', '马有财请您（中川镇公共法律服务工作站）回电 139****1234：工钱的事', 'callback'),
        notice(4, 30, 'SX2026-7', '中川镇公共法律服务工作站没有按时接收：村里修路占地', 'handover', true),
        notice(5, 60, 'XX-1', '陈晓梅捎话：卷宗放在前台了', null, true),
      ],
    ],
  ])
}
/** One's inbox, newest first; what is put into it is there at the next look. */
export const noticesOf = (world: World, login: string): StaffNotice[] => {
  const known = worlds.get(world) ?? newNotices(world)
  worlds.set(world, known)
  const mine = known.get(login) ?? []
  known.set(login, mine)
  return mine
}

export const NOTICES: Handlers = {
  'GET /desk/notices': (world, { person, query }) => {
    const from = Number(query['cursor'] ?? 0),
      mine = noticesOf(world, person.me.login)
    return { items: mine.slice(from, from + PAGE), next: from + PAGE < mine.length ? String(from + PAGE) : null }
  },
  'GET /desk/notices/unread': (world, { person }) => ({
    unread: noticesOf(world, person.me.login).filter(({ readAt }) => readAt === null).length,
  }),
  'POST /desk/notices/:id/read': (world, { person, params, body }) => {
    const mine = noticesOf(world, person.me.login),
      one = mine.find(({ id }) => id === params['id'])
    if (!one) throw new Refused('notFound')
    const { older } = body as { older: boolean }
    for (const notice of mine) if (notice.id === one.id || (older && notice.at <= one.at)) notice.readAt ??= world.now
    return {}
  },
}
