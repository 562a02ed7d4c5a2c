import { randomUUID } from 'node:crypto'
import { SYSTEM } from '../../db/access.ts'
import type { TicketState } from '../../db/stores/consultation-tickets.ts'
import { sealThread } from '../../actions/consultation/tickets/thread.ts'
import type { Asked } from './asked.ts'
import type { Caller, Cast } from './cast.ts'
import type { Installation } from './installation.ts'
import { startDraft } from './application.ts'

type Ask = (caller: Caller, serial: number, cast: Cast, here: Installation) => Asked | Promise<Asked>
const QUESTION = { message: { kind: 'says', text: '老板拖欠工资怎么办' } }

/** A consultation of its own for each cell; the other side comes with a wrong secret. */
const talking =
  (rest: string, body?: (here: Installation, turn: string) => object | Promise<object>): Ask =>
  async (caller, _serial, _cast, here) => {
    const begun = (await here.client().post('/consultation', QUESTION)).json<{
      session: { id: string; secret: string }
      turn: string
    }>()
    const secret = caller.side === 'own' ? begun.session.secret : 'a'.repeat(43)
    const path = `/consultation/${begun.session.id}${rest.replace(':turn', begun.turn)}`
    return {
      path,
      sent: { ...(body ? { body: await body(here, begun.turn) } : {}), headers: { 'x-draft-secret': secret } },
    }
  }

const asker = (cast: Cast): string =>
  cast.callers.find(({ who, side }) => who === 'citizen' && side === 'own')?.personId ?? ''
/** A question of the citizen of this side's own; another citizen must not find it. */
async function ticket(here: Installation, cast: Cast, state: TicketState, takenBy: string | null): Promise<string> {
  const id = randomUUID(),
    now = here.parts.clock.now()
  const personId = asker(cast)
  const message = { name: '某人', at: now, articles: [] }
  const thread = [
    { ...message, by: 'asker' as const, text: '怎么办' },
    ...(state === 'answered' ? [{ ...message, by: 'desk' as const, text: '这样办。' }] : []),
  ]
  await here.parts.stores.tickets.open(
    SYSTEM,
    {
      id,
      number: `问-${id.slice(0, 8)}`,
      personId,
      sessionId: null,
      topic: 'wages',
      urgent: false,
      state,
      masked: '怎么办',
      threadEnc: sealThread(here.parts, thread),
      learns: true,
      version: 1,
      openedAt: now,
      pledgeAt: now,
      takenBy,
      takenByName: takenBy === null ? null : '某律师',
      takenAt: takenBy === null ? null : now,
      answeredAt: state === 'answered' ? now : null,
      rating: null,
      updatedAt: now,
    },
    {
      event: { type: 'opened', actor: { kind: 'citizen', id: personId, name: '某人' }, data: {}, at: now },
      messages: [],
    },
    undefined,
    null,
  )
  return id
}
const ofTicket =
  (base: string, rest: string, state: TicketState, body?: object): Ask =>
  async ({ staffId }, _serial, cast, here) => {
    const id = await ticket(here, cast, state, state === 'taken' ? (staffId ?? randomUUID()) : null)
    return { path: `${base}/${id}${rest}`, sent: body ? { body } : {} }
  }

export const CONSULTATION_ASKED: Readonly<Record<string, Ask>> = {
  'POST /consultation': () => ({ path: '/consultation', sent: { body: QUESTION } }),
  'POST /consultation/continue': () => ({ path: '/consultation/continue', sent: { body: { code: 'AAAA2222' } } }),
  'POST /consultation/:id/messages': talking('/messages', () => QUESTION),
  'GET /consultation/:id': talking(''),
  'DELETE /consultation/:id': talking(''),
  'POST /consultation/:id/rephrase': talking('/rephrase', () => ({})),
  'POST /consultation/:id/code': talking('/code', () => ({})),
  'POST /consultation/:id/turns/:turn/feedback': talking('/turns/:turn/feedback', () => ({ helpful: true })),
  'POST /consultation/:id/attach': talking('/attach', async (here) => {
    const draft = await startDraft(here.client())
    return { draftId: draft.id, draftSecret: draft.secret, version: 1 }
  }),
  'POST /consultation/flags': () => ({
    path: '/consultation/flags',
    sent: { body: { subjectKind: 'guide', subject: 'wages/late', reason: 'wrong' } },
  }),
  'POST /questions': () => ({ path: '/questions', sent: { body: { question: '老板拖欠工资怎么办' } } }),
  'GET /citizen/questions/:id': ofTicket('/citizen/questions', '', 'answered'),
  'POST /citizen/questions/:id/rating': ofTicket('/citizen/questions', '/rating', 'answered', { stars: 5 }),
  'POST /citizen/questions/:id/again': ofTicket('/citizen/questions', '/again', 'answered', { text: '还是不懂' }),
  'GET /desk/questions/:id': async (_c, _s, cast, here) => {
    const id = await ticket(here, cast, 'answered', null)
    const personId = asker(cast)
    await here.parts.stores.consultationQuality.flagOwnTicket(
      { kind: 'citizen', personId },
      { id: randomUUID(), at: here.parts.clock.now(), subject: id, reason: 'wrong', note: '' },
    )
    return { path: `/desk/questions/${id}` }
  },
  'POST /desk/questions/:id/take': ofTicket('/desk/questions', '/take', 'open', {}),
  'POST /desk/questions/:id/release': ofTicket('/desk/questions', '/release', 'taken', { reason: '不熟' }),
  'POST /desk/questions/:id/answer': ofTicket('/desk/questions', '/answer', 'taken', {
    version: 1,
    text: '可以投诉。',
    articles: [],
  }),
  'POST /desk/questions/:id/guide': async (caller, serial, cast, here) => ({
    path: `/desk/questions/${await ticket(here, cast, 'answered', caller.staffId ?? null)}/guide`,
    sent: { body: { name: `from-ticket-${serial}`, title: '来自问题单' } },
  }),
  'GET /search': () => ({ path: `/search?q=${encodeURIComponent('工资')}` }),
  'GET /consultation/suggestions': () => ({ path: `/consultation/suggestions?q=${encodeURIComponent('工')}` }),
  'GET /desk/questions/articles': () => ({ path: `/desk/questions/articles?q=${encodeURIComponent('工资')}` }),
  'POST /desk/consultation/flags/:id/settle': async (_c, _s, _cast, here) => {
    const id = randomUUID()
    await here.parts.stores.consultationQuality.flag({
      id,
      at: here.parts.clock.now(),
      subjectKind: 'guide',
      subject: 'wages/late',
      reason: 'wrong',
      note: '',
      byKind: 'anonymous',
    })
    return { path: `/desk/consultation/flags/${id}/settle`, sent: { body: { outcome: 'right', note: '核对过' } } }
  },
  'PUT /desk/consultation/duty': () => ({ path: '/desk/consultation/duty', sent: { body: { members: [] } } }),
  'PUT /desk/consultation/pledges': () => ({
    path: '/desk/consultation/pledges',
    sent: { body: { usual: 1, byTopic: { wages: 0 } } },
  }),
}
