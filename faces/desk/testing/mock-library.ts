/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { uuidOf } from './mock-ids.ts'
import { Refused, type World } from './mock-world.ts'

/** A library of a district that has imported twice, once in vain. */
const law = {
  id: uuidOf('law wages'),
  name: '样例工资条例',
  kind: 'adminRegulation',
  versionDate: '2019-12-30',
  inForceFrom: '2020-05-01',
  inForceUntil: null,
  status: 'inForce',
  articles: 64,
}
const report = {
  files: 1520,
  laws: 1499,
  articles: 65791,
  cases: 12,
  texts: { new: 4, changed: 2, unchanged: 1492, dates: 1 },
  caseChanges: { new: 1, changed: 1, unchanged: 10, kept: 0, twice: 0 },
  changes: [
    {
      name: '样例工资条例',
      versionDate: '2019-12-30',
      what: 'changed',
      added: ['64'],
      changed: Array.from({ length: 15 }, (_, i) => String(i + 3)),
      removed: [],
    },
    {
      name: '样例庇护法',
      versionDate: '2026-01-01',
      what: 'new',
      since: '2015-12-27',
      added: ['39'],
      changed: ['28', '29'],
      removed: [],
    },
  ],
  remarks: Array.from({ length: 23 }, (_, i) => ({
    file: `行政法规/很长很长的文件名称用来看会不会撑破页面(2019-01-${String(i + 1).padStart(2, '0')}).md`,
    what: '补上了条号',
    why: '第十二条少了一个字，按前后条认出来',
  })),
}
const runs = new WeakMap<World, object[]>()
const searchable = new WeakSet<object>()
const states = new WeakMap<World, Map<string, string>>()
const run = (id: string, more: object) => ({
  id: uuidOf(`import ${id}`),
  source: `${id}.tar.xz`,
  startedBy: '周海燕',
  startedAt: Date.parse('2026-11-20T09:00:00+08:00'),
  finishedAt: Date.parse('2026-11-20T09:01:00+08:00'),
  state: 'done',
  done: 1499,
  total: 1499,
  problem: null,
  report: null,
  ...more,
})
const runsOf = (world: World) =>
  runs.get(world) ?? [
    run('法律汇编', { report }),
    run('照片', { state: 'failed', problem: '里面没有法律文本。请检查是不是选错了文件。' }),
  ]
const stateOf = (world: World, id: string) => states.get(world)?.get(id)
const CASES = [
  ['拖欠工资案', 'wages', 'draft', '调解付清'],
  ['工地摔伤案', 'workInjury', 'published', '裁决赔偿'],
  ['旧案', 'loans', 'withdrawn', null],
] as const
const AT = Date.parse('2026-11-20T09:01:00+08:00')
/** Of the published case a correction waits, until it was settled here. */
const caseLine = (world: World, [title, topic, state, result]: (typeof CASES)[number]) => {
  const id = uuidOf(title),
    settled = stateOf(world, id)
  const draft = settled === undefined && state !== 'withdrawn'
  return {
    id,
    title,
    topic,
    result,
    state: settled !== 'dropped' ? (settled ?? state) : state === 'draft' ? 'withdrawn' : state,
    version: 1,
    changedBy: '周海燕',
    changedAt: AT,
    waiting: draft ? { version: state === 'published' ? 3 : 1, title, by: '陈晓梅', at: AT, mine: false } : null,
  }
}
const TOLD = '马某在工地干了三个月，老板一直没有给工资。\n\n法律援助律师陪他去仲裁，双方调解，当天付清。'
/** Every text of a case: the published one was put right twice, and the first correction was not taken. */
function caseVersions(world: World, one: ReturnType<typeof caseLine>) {
  const version = (number: number, state: string, more: object = {}) => ({
    version: number,
    title: one.title,
    topic: one.topic,
    result: one.result,
    body: TOLD,
    state,
    writtenByName: '陈晓梅',
    writtenAt: AT,
    settledByName: null,
    settledAt: null,
    mine: false,
    ...more,
  })
  const dropped = one.state === 'withdrawn' && stateOf(world, one.id) === 'dropped'
  if (one.state !== 'published' || one.waiting === null) return [version(1, dropped ? 'dropped' : one.state)]
  const settled = { settledByName: '周海燕', settledAt: AT }
  return [
    version(3, 'draft', { title: '工地摔伤案（更正）', body: '张某从脚手架上摔下来，单位补交了医疗费。' }),
    version(2, 'dropped', { body: '张某摔伤。', ...settled }),
    version(1, 'published', { body: '张某从脚手架上摔下来，自己垫了医疗费。', ...settled }),
  ]
}

export const LIBRARY: Handlers = {
  'GET /desk/library': (world, { person }) => {
    const all = runsOf(world)
    // The import that was just sent has ended when it is asked for the third time.
    runs.set(
      world,
      all.map((one) => {
        const now = one as { state: string; done: number }
        return now.state !== 'running'
          ? one
          : now.done >= 1000
            ? { ...one, state: 'done', done: 1499, finishedAt: world.now, report }
            : { ...one, done: now.done + 500 }
      }),
    )
    // Asked once more after the end, what came in is not in the search yet; then it is.
    const ended = all.find(
        (one) =>
          (one as { id: string; state: string }).id === uuidOf('import sent') &&
          (one as { state: string }).state === 'done',
      ),
      preparing = ended !== undefined && !searchable.has(ended)
    if (ended) searchable.add(ended)
    return {
      preparing,
      counts: { texts: 1499, articles: 65791, cases: 12, drafts: 1 },
      mayImport: person.me.roles.some(({ role }) => role === 'administrator'),
      mayPublish: person.me.roles.some(({ role }) => role === 'approver' || role === 'director'),
      imports: all,
    }
  },
  'POST /desk/library/import': (world, { query, file, person }) => {
    if (file.toString('latin1', 0, 2) !== 'PK')
      throw new Refused('malformed', { fields: { file: '打不开这个压缩包。请重新下载后再传。' } })
    const id = uuidOf('import sent')
    runs.set(world, [
      {
        id,
        source: String(query['name']),
        startedBy: person.me.name,
        startedAt: world.now,
        finishedAt: null,
        state: 'running',
        done: 0,
        total: 1499,
        problem: null,
        report: null,
      },
      ...runsOf(world),
    ])
    return { id }
  },
  'GET /articles': (_world, { query }) => ({
    items: String(query['q']).includes('工资条例')
      ? [
          {
            id: `${law.id}/30`,
            number: '30',
            label: '《样例工资条例》第三十条',
            path: '第四章 工程建设',
            text: '分包单位对所招用的人工资支付负直接责任。\n总包单位先行清偿，再依法进行追偿。',
            law,
          },
        ]
      : [],
  }),
  'GET /desk/typical-cases': (world) => ({ items: CASES.map((one) => caseLine(world, one)) }),
  'GET /desk/typical-cases/:id': (world, { params }) => {
    const one = CASES.map((line) => caseLine(world, line)).find(({ id }) => id === params['id'])
    const versions = one && caseVersions(world, one)
    return (
      one && {
        id: one.id,
        title: one.title,
        topic: one.topic,
        result: one.result,
        body: versions?.at(-1)?.body,
        versions,
      }
    )
  },
  'PUT /desk/typical-cases/:id': (_world, { body }) => {
    if ((body as { title: string }).title === '拖欠工资案')
      throw new Refused('malformed', { fields: { title: '已经有一个案例用了这个标题，请换一个' } })
    return { ok: true }
  },
  'POST /desk/typical-cases/:id/state': (world, { params, body }) => {
    const known = states.get(world) ?? new Map<string, string>()
    states.set(world, known.set(params['id'] ?? '', (body as { state: string }).state))
    return { ok: true }
  },
}
