import { FINISH_DAYS, HANDOVER_ROLES, type HandoverKind } from '@fatong/contract/network/handover.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { officeEnd, type OfficeSpan } from '@fatong/law/calendar/office-time.ts'
import { SYSTEM } from '../../db/access.ts'
import type { StoredHandover } from '../../db/stores/handovers.ts'
import type { Parts } from '../parts.ts'
import { directory, type Directory } from '../places/directory.ts'
import { step, told, type Step } from './handover-view.ts'

/** What each further tier has, once it is told. */
const NEXT_TIER: OfficeSpan = { unit: 'day', amount: 1 }
const AT_ONCE = 100

/**
 * When a limit between offices ends. Counted in the hours of the centre wherever the matter goes: a limit means the same to all,
 * and a village office that opens on one morning does not have weeks.
 */
export async function limitEnd(parts: Parts, from: Instant, span: OfficeSpan): Promise<Instant> {
  const { center } = await directory(parts)
  const [office, calendar] = await Promise.all([parts.law.office(center.id), parts.law.calendar()])
  return officeEnd(from, span, office, calendar).at
}

/** By when something taken up now is to be done; a talk by video counts from when both meet. */
export const finishBy = (
  parts: Parts,
  { kind, meetAt }: Pick<StoredHandover, 'kind' | 'meetAt'>,
  now: Instant,
  days: number | undefined,
): Promise<Instant> =>
  limitEnd(parts, meetAt !== null && meetAt > now ? meetAt : now, {
    unit: 'day',
    amount: days ?? FINISH_DAYS[kind as HandoverKind],
  })

/** The next tier up at which somebody takes matters up; undefined when nobody is left. */
async function nextAbove({ stores }: Parts, places: Directory, placeId: string): Promise<string | undefined> {
  for (const id of places.upwards(placeId).slice(1))
    if ((await stores.handovers.staffAt(id, HANDOVER_ROLES)).length > 0) return id
  return undefined
}

/**
 * Nobody took it up in time, or nobody got it done: the tier above the one that should have is told, and may take or finish it
 * itself; when it lies there too, the next one, up to the district. Answers how many went up.
 */
export async function escalateHandovers(parts: Parts): Promise<number> {
  const at = parts.clock.now()
  const [rows, places] = await Promise.all([parts.stores.handovers.overdue(at, AT_ONCE), directory(parts)])
  let escalated = 0
  for (const row of rows) {
    const base = row.escalatedTo ?? row.toPlace
    const above = (await nextAbove(parts, places, base)) ?? places.district.id
    const further = await nextAbove(parts, places, above)
    const [missed, short] = row.state === 'taken' ? ['没有办结', '没有按时办结'] : ['没有接收', '没有按时接收']
    const steps: Step[] = [
      ...(row.steps as Step[]),
      step('系统', 'escalated', `过了时限${missed}，已报${places.byId.get(above)?.name ?? '上级'}`, at),
    ]
    const audit = {
      at,
      actor: { kind: 'system' as const, id: 'handovers', name: '系统' },
      action: 'change' as const,
      subjectKind: 'handover' as const,
      subjectId: row.id,
      fields: ['escalatedTo' as const],
    }
    const messages = await told(parts, row, above, `${places.byId.get(base)?.name ?? ''}${short}：${row.title}`, at)
    const escalateAt = further === undefined ? null : await limitEnd(parts, at, NEXT_TIER)
    if (
      await parts.stores.handovers.change(
        SYSTEM,
        row.id,
        row.version,
        { steps, escalatedTo: above, escalatedAt: at, escalateAt },
        at,
        { audit, messages },
      )
    )
      escalated += 1
  }
  return escalated
}
