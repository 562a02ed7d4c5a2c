import { randomUUID } from 'node:crypto'
import { type registerNotification as route } from '@fatong/contract/desk/commands.ts'
import { instantAt, localDate, localDateOf, minutesOfDay, partsOf } from '@fatong/law/calendar/dates.ts'
import { newSlot } from '../../db/writeset.ts'
import { accessOf, holdsRole, type Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { actorFor } from './acting.ts'
import { noteState } from './load-case.ts'
import { newCaseId, runCommand, type CommandReply } from './run-command.ts'

/** T12: a letter of police, procuratorate or court opens a case without application or means check (法律援助法 36). */
export async function registerNotification(
  parts: Parts,
  caller: Caller,
  { body, idempotencyKey }: InputOf<typeof route>,
): Promise<Outcome<CommandReply & { id: string }>> {
  if (!holdsRole(caller, 'clerk', 'assigner', 'director')) return failed('forbidden')
  const now = parts.clock.now()
  const today = localDateOf(now)
  if (body.receivedOn > today) return failed('malformed', { fields: { receivedOn: '收到日期不能晚于今天' } })
  const { center } = await directory(parts)
  const caseId = newCaseId()
  const personId = randomUUID()
  const { slot, marker } = newSlot()
  const year = partsOf(today).year
  const place = { placeId: center.id, agencyId: center.id }
  const receivedAt = body.receivedOn === today ? now : instantAt(localDate(body.receivedOn), minutesOfDay(now))
  const outcome = await runCommand(parts, {
    caseId,
    before: null,
    actor: await actorFor(parts, caller, place),
    access: accessOf(caller),
    idempotencyKey,
    idempotencyScope: `notification ${caller.staffId}`,
    requestBody: body,
    command: {
      type: 'registerNotification',
      number: marker,
      ...place,
      materials: [],
      letter: {
        authority: body.authority,
        letterNumber: body.letterNumber,
        receivedAt,
        ground: body.ground,
        stage: body.stage,
        charge: body.charge,
        coDefendants: body.coDefendants,
        defendant: {
          personId,
          name: body.defendantName,
          ...(body.birthDate ? { birthDate: localDate(body.birthDate) } : {}),
        },
      },
    },
    numbers: [{ slot, agencyId: center.id, kind: 'case', year, format: `LX${year}%s`, pad: 5 }],
    besides: {
      people: [
        {
          id: personId,
          name: body.defendantName,
          createdAt: now,
          ...(body.birthDate ? { birthDate: localDate(body.birthDate) } : {}),
        },
      ],
      parties: [
        { caseId, side: 'applicant', name: body.defendantName, personId },
        ...body.coDefendants.map((name) => ({ caseId, side: 'coDefendant' as const, name })),
      ],
    },
  })
  if (!outcome.ok) return outcome
  const { state, caseId: id, ...reply } = outcome.value
  // A letter that was sent twice is the case it became the first time.
  if (state) noteState(parts, id, state)
  return done({ ...reply, id }, { etag: String(reply.version) })
}
