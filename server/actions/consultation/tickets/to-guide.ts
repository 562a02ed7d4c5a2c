import type { ticketToGuide as route } from '@fatong/contract/consultation/tickets.ts'
import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { auditEntry } from '../../audit-entry.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, refused, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { dutyTicket } from './on-duty.ts'
import { readThread, topicOf } from './thread.ts'

const NAME_TAKEN = '已经有这个名字的指南了，请换一个'

/** A good exchange, without personal data, as a draft of a guide. Its writer finishes it; somebody else reviews and publishes it. */
export async function ticketToGuide(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof route>,
): Promise<Outcome<{ slug: string; version: number }>> {
  const found = await dutyTicket(parts, caller, params.id)
  if (!found.ok) return found
  const { staff, ticket } = found
  const thread = readThread(parts, ticket)
  const answer = thread.filter(({ by }) => by === 'desk').at(-1)
  if (!answer) return refused('wrongStatus')
  if (!ticket.learns) return refused('consentMissing')
  const topic = topicOf(ticket.topic)
  const slug = `${topic}/${body.name}`
  if (await parts.guides.find(slug)) return failed('malformed', { fields: { name: NAME_TAKEN } })
  const guide: Guide = {
    slug,
    topic,
    title: body.title,
    asked: [ticket.masked.slice(0, 120)],
    situation: ticket.masked.slice(0, 300),
    answer: sentences(mask(answer.text).text).map((text, at) => ({
      text,
      cites: at === 0 ? answer.articles.map(({ key }) => key) : [],
    })),
    steps: [{ text: '请补上一步一步怎么做。', cites: [] }],
    papers: [],
    deadlines: [],
    where: '请补上去哪里办。',
    cost: '请补上要不要钱。',
    traps: [],
    offers: ['eligibility', 'hotline12348'],
    reviewed: localDateOf(parts.clock.now()),
  }
  const note = `来自问题单 ${ticket.number}`
  const version = await parts.stores.guides.write(
    accessOf(staff),
    slug,
    { guide },
    note,
    { id: staff.staffId, name: staff.name },
    0,
    parts.clock.now(),
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'guide',
      subjectId: slug,
      fields: ['draft'],
      why: note,
    }),
  )
  if (version === 'changedMeanwhile') return failed('malformed', { fields: { name: NAME_TAKEN } })
  return version === 'othersDraft' ? failed(version) : done({ slug, version })
}

/** At most eight sentences of at most 600 characters, as guides have them. */
const sentences = (text: string): string[] => {
  const all = text
    .split(/(?<=[。！？\n])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
  const kept = all.length <= 8 ? all : [...all.slice(0, 7), all.slice(7).join('')]
  return kept.map((sentence) => sentence.slice(0, 600))
}
