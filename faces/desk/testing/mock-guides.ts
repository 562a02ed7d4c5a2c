/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import type { MockStaff } from './mock-people.ts'
import { Refused, type World } from './mock-world.ts'

interface Line {
  text: string
  cites: string[]
}
const line = (text: string, ...cites: string[]): Line => ({ text, cites })
const BODY = {
  topic: 'wages',
  title: '老板拖着工资不给怎么办',
  asked: ['工资要不回来', '干了活不给钱'],
  situation: '干完了活，到了日子没拿到工资。',
  answer: [line('单位应当按月足额发工资。', '劳动合同法#30')],
  steps: [line('先把记工本、聊天记录留好。'), line('再打 12333 投诉，十五日内会有回音。'), line('等单位答复。')],
  papers: ['身份证'],
  deadlines: [line('离职后一年内申请仲裁。', '劳动争议调解仲裁法#27')],
  where: '劳动监察大队',
  cost: '不收费',
  traps: [],
  offers: ['hotline12348', 'apply'],
  reviewed: '2026-05-01',
}
type Body = typeof BODY
interface Version {
  version: number
  state: string
  note: string
  writtenByName: string
  writtenBy: string
  writtenAt: number
  reviewedByName: string | null
  reviewedAt: number | null
  reviewNote: string | null
  body: Body
  takeDown: boolean
}
interface Guide {
  shipped: Body | null
  versions: Version[]
}
const at = Date.parse('2026-11-20T10:00:00+08:00')
const by = (login: string, name: string) => ({ writtenBy: uuidOf(`staff ${login}`), writtenByName: name })
const version = (n: number, state: string, note: string, body: Body, more: Partial<Version>): Version => ({
  version: n,
  state,
  note,
  ...by('chenxm', '陈晓梅'),
  writtenAt: at,
  reviewedByName: null,
  reviewedAt: null,
  reviewNote: null,
  body,
  takeDown: false,
  ...more,
})
const reviewed = (note: string) => ({ reviewedByName: '马国强', reviewedAt: at + 3_600_000, reviewNote: note })

/** One in use with a draft that waits, one given back before it was ever in use, one taken down, one nobody touched for long. */
function first(): Map<string, Guide> {
  const old: Body = {
    ...BODY,
    topic: 'loans',
    title: '借条丢了怎么办',
    situation: '钱借出去了，借条找不到。',
    reviewed: '2025-01-01',
    steps: [line('找转账记录。')],
  }
  const changed: Body = {
    ...BODY,
    steps: [
      line('先把记工本、聊天记录留好。'),
      line('再打 12333 投诉，三十日内会有回音。'),
      line('投诉没用就申请劳动仲裁。', '劳动争议调解仲裁法#5', '样例工资条例#30'),
    ],
  }
  const given: Body = {
    ...BODY,
    topic: 'divorce',
    title: '离婚要准备什么',
    situation: '双方都愿意离。',
    asked: ['怎么离婚'],
  }
  return new Map([
    [
      'wages/boss-will-not-pay',
      {
        shipped: BODY,
        versions: [
          version(1, 'published', '改了标题', BODY, {
            writtenAt: at - 86_400_000 * 40,
            ...reviewed('可以'),
            reviewedAt: at - 86_400_000 * 39,
          }),
          version(2, 'draft', '补上仲裁，改了期限', changed, {}),
        ],
      },
    ],
    [
      'divorce/by-agreement',
      { shipped: null, versions: [version(1, 'returned', '新写', given, reviewed('请写上民法典的条文'))] },
    ],
    ['loans/lost-note', { shipped: old, versions: [] }],
    [
      'loans/old',
      {
        shipped: null,
        versions: [
          version(
            1,
            'withdrawn',
            '法律改了',
            { ...old, title: '旧的一篇', situation: '过时了' },
            { takeDown: true, ...reviewed('') },
          ),
        ],
      },
    ],
  ])
}
const held = new WeakMap<World, Map<string, Guide>>()
export function guidesOf(world: World): Map<string, Guide> {
  const known = held.get(world) ?? first()
  held.set(world, known)
  return known
}
const slugOf = (params: Record<string, string>) => `${params['topic']}/${params['name']}`
const inUse = ({ shipped, versions }: Guide): Body | null => {
  const last = versions.findLast(({ state }) => state === 'published' || state === 'withdrawn')
  return last ? (last.state === 'published' ? last.body : null) : shipped
}
const has = (person: MockStaff, ...roles: string[]) => person.me.roles.some(({ role }) => roles.includes(role))
const mayWrite = (person: MockStaff) =>
  has(person, 'clerk', 'reviewer', 'approver', 'director', 'lawyer', 'administrator')
const mayReview = (person: MockStaff) => has(person, 'approver', 'director', 'bureauOfficer')

function settle(world: World, params: Record<string, string>, person: MockStaff, body: unknown, state: string) {
  const { note, seen } = body as { note: string; seen: number }
  const one = guidesOf(world)
    .get(slugOf(params))
    ?.versions.find((v) => v.version === Number(params['version']))
  if (!one || one.state !== 'draft' || one.writtenAt !== seen) throw new Refused('changedMeanwhile')
  if (one.writtenBy === person.me.staffId) throw new Refused('ownDraft')
  Object.assign(one, { state, reviewedByName: person.me.name, reviewedAt: world.now, reviewNote: note })
  return { ok: true }
}

export const GUIDES: Handlers = {
  'GET /desk/guides': (world, { person }) => ({
    items: [...guidesOf(world)].map(([slug, guide]) => {
      const last = guide.versions.at(-1),
        body = inUse(guide) ?? last?.body ?? BODY
      return {
        slug,
        topic: body.topic,
        title: body.title,
        situation: body.situation,
        reviewed: body.reviewed,
        toCheck: 'toCheck' in body,
        changed: guide.versions.some(({ state }) => state === 'published'),
        inUse: inUse(guide) !== null,
        withdrawn:
          guide.versions.findLast(({ state }) => state === 'published' || state === 'withdrawn')?.state === 'withdrawn',
        draftBy: last?.state === 'draft' ? last.writtenByName : null,
        draftAt: last?.state === 'draft' ? last.writtenAt : null,
        returned:
          last?.state === 'returned'
            ? {
                to: last.writtenByName,
                mine: last.writtenBy === person.me.staffId,
                note: last.reviewNote ?? '',
                at: last.reviewedAt ?? 0,
              }
            : null,
      }
    }),
  }),
  'GET /desk/guides/:topic/:name': (world, { params, person }) => {
    const guide = guidesOf(world).get(slugOf(params))
    if (!guide) throw new Refused('notFound')
    return {
      slug: slugOf(params),
      inUse: inUse(guide),
      versions: guide.versions
        .map(({ writtenBy, ...one }) => ({ ...one, mine: writtenBy === person.me.staffId }))
        .reverse(),
      mayWrite: mayWrite(person),
      mayReview: mayReview(person),
    }
  },
  'PUT /desk/guides/:topic/:name': (world, { params, body, person }) => {
    if (!mayWrite(person)) throw new Refused('forbidden')
    const guide = guidesOf(world).get(slugOf(params)) ?? { shipped: null, versions: [] }
    const last = guide.versions.at(-1)
    const given = body as { body: Body; note: string; takeDown?: boolean; base: number }
    if (last?.state === 'draft' && last.writtenBy !== person.me.staffId) throw new Refused('othersDraft')
    if ((last?.version ?? 0) !== given.base) throw new Refused('changedMeanwhile')
    const n = (last?.version ?? 0) + (last?.state === 'draft' ? 0 : 1)
    guidesOf(world).set(slugOf(params), {
      ...guide,
      versions: [
        ...guide.versions.filter((one) => one.version !== n),
        version(n, 'draft', given.note, given.body, {
          ...by(person.me.login, person.me.name),
          writtenAt: world.now,
          takeDown: given.takeDown === true,
        }),
      ],
    })
    return { version: n }
  },
  'POST /desk/guides/:topic/:name/:version/publish': (world, { params, body, person }) => {
    const one = guidesOf(world).get(slugOf(params))?.versions.at(-1)
    return settle(world, params, person, body, one?.takeDown ? 'withdrawn' : 'published')
  },
  'POST /desk/guides/:topic/:name/:version/return': (world, { params, body, person }) =>
    settle(world, params, person, body, 'returned'),
}
