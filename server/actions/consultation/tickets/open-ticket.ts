import { randomInt, randomUUID } from 'node:crypto'
import type { openTicket as route } from '@fatong/contract/consultation/tickets.ts'
import { partsOf, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { Answer } from '@fatong/contract/consultation/answer.ts'
import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import { EMERGENCY_HELP } from '@fatong/knowledge/triage/emergency-help.ts'
import { triage } from '@fatong/knowledge/triage/triage.ts'
import { takeAttempt } from '../../admission.ts'
import { accessOf, type Caller, type CitizenCaller } from '../../caller.ts'
import { signIn } from '../../citizen-session/sign-in.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, type CookieChange, type Failed, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { onceKey } from '../../request-once.ts'
import { citizenCaller } from '../../session/callers.ts'
import { openConsultation, readTalk } from '../opened-session.ts'
import { onDutyFor } from './duty.ts'
import { promisedAt } from './pledge.ts'
import { dueReminders, toldOnDuty } from './remind.ts'
import { talkBefore } from './talk-before.ts'
import { sealThread, topicOf } from './thread.ts'

interface Opened {
  id: string
  number: string
  pledgeAt: Instant
}
type Asker = { ok: true; citizen: CitizenCaller; cookies: CookieChange[] } | Failed

/** Leaves a question for a person. Whoever is not signed in proves the phone, so that the answer reaches them and nobody else. */
export async function openTicket(
  parts: Parts,
  caller: Caller,
  { body, idempotencyKey }: InputOf<typeof route>,
): Promise<Outcome<Opened & { emergencies: Answer['emergencies'] }>> {
  const asker = await askerOf(parts, caller, body.phone, body.code)
  if (!asker.ok) return asker
  const { citizen } = asker
  const door = await takeAttempt(parts, 'questionsOfPerson', citizen.personId)
  if (!door.ok) return failed('tooManyRequests', { retryAfterSeconds: door.retryAfterSeconds })
  const session =
    body.consultation && (await openConsultation(parts, caller, body.consultation.id, body.consultation.secret))
  const looked = triage(body.question)
  const now = parts.clock.now()
  const talk = session ? readTalk(parts, session) : undefined
  // What is asked here tells what it is about; the talk before it may have been about something else.
  const topic = body.topic ?? looked.topic ?? talk?.conversation.topic ?? 'other'
  const urgent = looked.emergencies.some(({ level }) => level === 'now')
  const [pledge, onDuty, before] = await Promise.all([
    promisedAt(parts, topicOf(topic), urgent, now),
    onDutyFor(parts, topicOf(topic)),
    talk ? talkBefore(parts, talk, now) : [],
  ])
  const opened: Opened = { id: randomUUID(), number: numberAt(now), pledgeAt: pledge }
  const emergencies = looked.emergencies.map(({ kind, level }) => ({ level, help: EMERGENCY_HELP[kind] }))
  const name = citizen.name ?? '提问人'
  const { code: _spent, ...same } = body
  const once = await parts.stores.tickets.open(
    accessOf(citizen),
    {
      ...opened,
      personId: citizen.personId,
      sessionId: session?.id ?? null,
      topic,
      urgent,
      state: 'open',
      masked: mask(looked.text).text.slice(0, 600),
      threadEnc: sealThread(parts, [...before, { by: 'asker', name, at: now, text: body.question, articles: [] }]),
      learns: body.learns,
      version: 1,
      openedAt: now,
      takenBy: null,
      takenByName: null,
      takenAt: null,
      answeredAt: null,
      rating: null,
      updatedAt: now,
    },
    {
      event: {
        type: 'opened',
        actor: { kind: 'citizen', id: citizen.personId, name },
        data: { topic, urgent },
        at: now,
      },
      messages: [
        ...toldOnDuty(
          onDuty,
          opened.number,
          urgent ? '有人急着问，请马上看。' : '有新问题等着答，请登录工作台看看。',
          now,
          urgent,
        ),
        ...dueReminders(opened.id, now, pledge),
      ],
    },
    onceKey(parts, 'openTicket', citizen.personId, idempotencyKey, same),
    opened,
  )
  switch (once.done) {
    case 'now':
      return done({ ...opened, emergencies }, { cookies: asker.cookies })
    case 'before':
      return done({ ...(once.reply as Opened), emergencies }, { cookies: asker.cookies })
    case 'never':
      return failed(once.reason)
    default:
      return once satisfies never
  }
}

async function askerOf(
  parts: Parts,
  caller: Caller,
  phone: string | undefined,
  code: string | undefined,
): Promise<Asker> {
  if (caller.kind === 'citizen') return { ok: true, citizen: caller, cookies: [] }
  if (phone === undefined || code === undefined) return failed('signInNeeded')
  const signed = await signIn(parts, caller, { params: {}, query: {}, body: { phone, code } })
  if (!signed.ok) return 'refusal' in signed ? failed('signInNeeded') : signed
  const token = signed.cookies?.[0]?.value
  const citizen = token ? await citizenCaller(parts, token, caller) : undefined
  return citizen ? { ok: true, citizen, cookies: signed.cookies ?? [] } : failed('signInNeeded')
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const two = (value: number): string => String(value).padStart(2, '0')

/** 问20261124-7F3KQ2: the day and six letters nobody can count through. */
function numberAt(now: Instant): string {
  const { year, month, day } = partsOf(localDateOf(now))
  return `问${year}${two(month)}${two(day)}-${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
}
