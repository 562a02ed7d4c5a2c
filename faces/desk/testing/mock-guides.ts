/// <reference types="node" />
import type { Handlers } from './mock-handlers.ts'
import { Refused, type World } from './mock-world.ts'

interface Line { text: string; cites: string[] }
const line = (text: string, ...cites: string[]): Line => ({ text, cites })
const BODY = {
  topic: 'wages', title: '老板拖着工资不给怎么办', asked: ['工资要不回来'], situation: '干完了活没拿到工资。', answer: [line('单位应当按月足额发工资。', '劳动合同法#30')], steps: [line('先把记工本、聊天记录留好。'), line('再打 12333 投诉。')],
  papers: ['身份证'], deadlines: [{ text: '离职后一年内申请仲裁。', cites: ['劳动争议调解仲裁法#27'] }], where: '劳动监察大队', cost: '不收费', traps: [], offers: ['hotline12348'], reviewed: '2026-05-01',
}
type Version = { version: number; state: string; note: string; writtenByName: string; writtenAt: number; mine: boolean; reviewedByName: string | null; reviewedAt: number | null; reviewNote: string | null; body: typeof BODY; takeDown: boolean }
const at = Date.parse('2026-11-20T10:00:00+08:00')
const first = (): Version[] => [{ version: 1, state: 'draft', note: '补上仲裁时效', writtenByName: '陈晓梅', writtenAt: at, mine: false, reviewedByName: null, reviewedAt: null, reviewNote: null, body: { ...BODY, steps: [...BODY.steps, { text: '投诉没用就申请劳动仲裁。', cites: ['劳动争议调解仲裁法#5'] }] }, takeDown: false }]
const held = new WeakMap<World, Map<string, Version[]>>()
const of = (world: World): Map<string, Version[]> => { const known = held.get(world) ?? new Map([['wages/boss-will-not-pay', first()]]); held.set(world, known); return known }
const slugOf = (params: Record<string, string>) => `${params['topic']}/${params['name']}`
const settle = (world: World, params: Record<string, string>, state: string, note: string) => {
  const draft = of(world).get(slugOf(params))?.find((one) => one.state === 'draft')
  if (!draft) throw new Refused('changedMeanwhile')
  Object.assign(draft, { state, reviewedByName: '马国强', reviewedAt: world.now, reviewNote: note })
  return { ok: true }
}

/** One guide in use with a draft that waits, and one taken down. */
export const GUIDES: Handlers = {
  'GET /desk/guides': (world) => ({ items: [
    ...[...of(world)].map(([slug, versions]) => { const draft = versions.find(({ state }) => state === 'draft'); return { slug, topic: slug.split('/')[0], title: draft?.body.title ?? BODY.title, situation: BODY.situation, reviewed: BODY.reviewed, changed: versions.some(({ state }) => state === 'published'), inUse: slug === 'wages/boss-will-not-pay', withdrawn: false, draftBy: draft?.writtenByName ?? null, draftAt: draft?.writtenAt ?? null } }),
    { slug: 'loans/old', topic: 'loans', title: '旧的一篇', situation: '过时了', reviewed: '2025-01-01', changed: true, inUse: false, withdrawn: true, draftBy: null, draftAt: null },
  ] }),
  'GET /desk/guides/:topic/:name': (world, { params }) => {
    const slug = slugOf(params)
    const versions = of(world).get(slug)
    if (!versions) throw new Refused('notFound')
    const published = versions.find(({ state }) => state === 'published')
    return { slug, inUse: published?.body ?? (slug === 'wages/boss-will-not-pay' ? BODY : null), versions: [...versions].reverse(), mayWrite: true, mayReview: true }
  },
  'PUT /desk/guides/:topic/:name': (world, { params, body, person }) => {
    const versions = of(world).get(slugOf(params)) ?? []
    if (versions.some(({ state, mine }) => state === 'draft' && !mine)) throw new Refused('othersDraft')
    const given = body as { body: typeof BODY; note: string; takeDown?: boolean }
    const version = versions.length + 1
    of(world).set(slugOf(params), [...versions, { version, state: 'draft', note: given.note, writtenByName: person.me.name, writtenAt: world.now, mine: true, reviewedByName: null, reviewedAt: null, reviewNote: null, body: given.body, takeDown: given.takeDown === true }])
    return { version }
  },
  'POST /desk/guides/:topic/:name/:version/publish': (world, { params, body }) => settle(world, params, 'published', (body as { note: string }).note),
  'POST /desk/guides/:topic/:name/:version/return': (world, { params, body }) => settle(world, params, 'returned', (body as { note: string }).note),
}
