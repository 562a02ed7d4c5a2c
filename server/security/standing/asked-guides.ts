import { randomUUID } from 'node:crypto'
import type { Asked } from './asked.ts'
import type { Installation } from './installation.ts'

const BODY = {
  topic: 'wages',
  title: '一篇指南',
  asked: ['怎么问'],
  situation: '什么情形',
  answer: [{ text: '怎么办。', cites: ['劳动合同法#30'] }],
  steps: [{ text: '第一步', cites: [] }],
  papers: [],
  deadlines: [],
  where: '哪里',
  cost: '多少',
  traps: [],
  offers: [],
  reviewed: '2026-01-01',
}

/** A guide of its own for each cell, written by somebody who is not asking. */
const WRITTEN = new Date('2026-11-20T02:00:00Z')
async function written({ owner }: Installation, state: 'draft' | 'published'): Promise<string> {
  const slug = `wages/${randomUUID()}`
  const reviewed = state === 'published' ? [randomUUID(), '审核人', new Date()] : [null, null, null]
  await owner.query(
    `INSERT INTO fatong.guide_version (slug, version, data, state, note, written_by, written_by_name, written_at, reviewed_by, reviewed_by_name, reviewed_at)
    VALUES ($1, 1, $2, $3, '', $4, '作者', $8, $5, $6, $7)`,
    [slug, { guide: { ...BODY, slug } }, state, randomUUID(), ...reviewed, WRITTEN],
  )
  return slug
}

type AskGuide = (caller: unknown, serial: number, cast: unknown, here: Installation) => Asked | Promise<Asked>
const settle =
  (how: string): AskGuide =>
  async (_c, _s, _cast, here) => ({
    path: `/desk/guides/${await written(here, 'draft')}/1/${how}`,
    sent: { body: { note: '看过了', seen: WRITTEN.getTime() } },
  })

export const GUIDES_ASKED: Readonly<Record<string, AskGuide>> = {
  'GET /guides/:topic/:name': async (_c, _s, _cast, here) => {
    const path = `/guides/${await written(here, 'published')}`
    here.parts.guides.refresh()
    return { path }
  },
  'GET /desk/guides/:topic/:name': async (_c, _s, _cast, here) => ({
    path: `/desk/guides/${await written(here, 'draft')}`,
  }),
  'PUT /desk/guides/:topic/:name': (_c, serial) => ({
    path: `/desk/guides/wages/own${serial}`,
    sent: { body: { body: BODY, note: '新写', base: 0 } },
  }),
  'POST /desk/guides/:topic/:name/:version/publish': settle('publish'),
  'POST /desk/guides/:topic/:name/:version/return': settle('return'),
}
