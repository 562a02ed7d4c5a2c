import { randomUUID } from 'node:crypto'
import type { answerTicket as route } from '@fatong/contract/consultation/tickets.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { auditEntry } from '../../audit-entry.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, refused, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { actorOf, dutyTicket } from './on-duty.ts'
import { readThread, sealThread } from './thread.ts'

/** Read over somebody's shoulder a notice must not tell who is accused of violence (rule book 9). */
const DISCREET = ['violence', 'detained', 'divorce', 'victim']
/** A text message lies open on a telephone that a family may share: it never tells what was asked. */
const BY_SMS = '您在法通问的问题有答复了，请登录查看。'

/** Answers with articles picked from the library; the asker is told through the outbox, written together with the answer. */
export async function answerTicket(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof route>,
): Promise<Outcome<{ version: number }>> {
  const found = await dutyTicket(parts, caller, params.id)
  if (!found.ok) return found
  const { staff, ticket } = found
  // The same answer sent twice: it is there already.
  const answered =
    ticket.state === 'answered' && ticket.takenBy === staff.staffId && ticket.version === body.version + 1
  if (answered && readThread(parts, ticket).at(-1)?.text === body.text) return done({ version: ticket.version })
  if (ticket.state !== 'taken') return refused('wrongStatus')
  if (ticket.takenBy !== staff.staffId) return refused('notAllowed')
  if (ticket.version !== body.version) return failed('changedMeanwhile')
  const unknown = await notInLibrary(parts, body.articles)
  if (unknown.length > 0)
    return failed('malformed', { fields: { articles: `法条库里没有：${unknown.join('、')}，请从搜索结果里选` } })
  const now = parts.clock.now()
  const thread = [
    ...readThread(parts, ticket),
    { by: 'desk' as const, name: staff.name, at: now, text: body.text, articles: body.articles },
  ]
  const about =
    ticket.urgent || DISCREET.includes(ticket.topic)
      ? '您的问题有答复了，请登录查看。'
      : `您问的“${ticket.masked.slice(0, 20)}”有答复了，请登录查看。`
  const written = await parts.stores.tickets.change(
    accessOf(staff),
    ticket.id,
    ticket.version,
    { state: 'answered', answeredAt: now, threadEnc: sealThread(parts, thread) },
    {
      event: {
        type: 'answered',
        actor: actorOf(staff),
        data: { articles: body.articles.map(({ key }) => key), inTime: now <= ticket.pledgeAt },
        at: now,
      },
      audit: auditEntry(parts, caller, {
        action: 'change',
        subjectKind: 'questionTicket',
        subjectId: ticket.id,
        fields: ['answer'],
      }),
      messages: [
        {
          channel: 'notice',
          recipientKind: 'person',
          recipientId: ticket.personId,
          at: now,
          payload: {
            number: ticket.number,
            text: `【法通】${ticket.number}：${about}`,
            smsText: `【法通】${ticket.number}：${BY_SMS}`,
          },
        },
      ],
    },
  )
  if (!written) return failed('changedMeanwhile')
  // What a lawyer picks is the best label there is; only where the asker agreed, and only the masked words.
  if (ticket.learns)
    await parts.stores.consultationQuality.addPairs(
      body.articles.map(({ key }) => ({
        id: randomUUID(),
        at: now,
        question: ticket.masked,
        articleKey: key,
        origin: 'lawyer' as const,
      })),
    )
  return done({ version: ticket.version + 1 })
}

/** An article is held when the library knows its id, or a version of its key in force today. */
async function notInLibrary(
  parts: Parts,
  articles: readonly { key: string; id?: string | undefined; law: string; number: string }[],
): Promise<string[]> {
  const library = parts.consultation.library()
  const ids = articles.flatMap(({ id }) => id ?? [])
  const [byId, byKey] = await Promise.all([
    library.byIds(ids),
    library.byKeys(
      articles.map(({ key }) => key),
      localDateOf(parts.clock.now()),
    ),
  ])
  const held = new Set([...byId, ...byKey].map((source) => `${source.title}#${source.number}`))
  return articles
    .filter(({ key, law, number }) => !held.has(key) || key !== `${law}#${number}`)
    .map(({ law, number }) => `《${law}》第${number}条`)
}
