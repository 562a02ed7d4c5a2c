import type { z } from 'zod'
import type { dutyPool as readRoute, saveDutyPool as saveRoute } from '@fatong/contract/consultation/duty.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type { Topic } from '@fatong/knowledge/vocabulary.ts'
import { administers } from '../../administration/may.ts'
import { auditEntry } from '../../audit-entry.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'

/** Where the pool is kept among the settings. */
export const DUTY_SETTING = 'consultationDuty'

interface DutySetting {
  members: { staffId: string; topics: Topic[] }[]
}
type Pool = z.infer<typeof readRoute.reply>

const readSetting = (stored: unknown): DutySetting => ({ members: [], ...(stored as Partial<DutySetting> | undefined) })

/** Who is told of a new question on a topic: those of the pool who are at work. Where nobody is, the centre's directors and clerks: a promise was given. */
export async function onDutyFor(parts: Pick<Parts, 'stores'>, topic: Topic): Promise<string[]> {
  const { members } = readSetting(await parts.stores.lawSettings.setting(DUTY_SETTING))
  const named = members.filter(({ topics }) => topics.length === 0 || topics.includes(topic))
  const atWork = (await Promise.all(named.map(({ staffId }) => parts.stores.providers.find(staffId)))).flatMap(
    (one) => one?.staffId ?? [],
  )
  return atWork.length > 0 ? atWork : atCentre(parts, ['director', 'clerk'])
}

/** Staff ids of those who hold one of these roles at the centre, each once. */
export async function atCentre({ stores }: Pick<Parts, 'stores'>, roles: readonly Role[]): Promise<string[]> {
  const centres = (await stores.places.all()).filter(({ kind }) => kind === 'center')
  return [...new Set((await Promise.all(centres.map(({ id }) => stores.handovers.staffAt(id, roles)))).flat())]
}

/** The pool, and who could be in it: lawyers and grassroots legal workers at work. Whoever left is in it no more. */
export async function dutyPool(parts: Parts, _caller: StaffCaller): Promise<Outcome<Pool>> {
  return done(await poolOf(parts))
}

async function poolOf(parts: Parts): Promise<Pool> {
  const [stored, providers] = await Promise.all([
    parts.stores.lawSettings.setting(DUTY_SETTING),
    parts.stores.providers.list(),
  ])
  const candidates = providers.map(({ staffId, name, orgName }) => ({ staffId, name, orgName }))
  const members = readSetting(stored).members.flatMap(({ staffId, topics }) =>
    candidates.filter((one) => one.staffId === staffId).map((one) => ({ ...one, topics })),
  )
  return { members, candidates }
}

export async function saveDutyPool(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof saveRoute>,
): Promise<Outcome<z.infer<typeof saveRoute.reply>>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const { candidates } = await poolOf(parts)
  if (body.members.some(({ staffId }) => !candidates.some((one) => one.staffId === staffId)))
    return failed('malformed', { fields: { members: '名单里有人不是在岗的律师或基层法律服务工作者，请重新选' } })
  const members = [...new Map(body.members.map((member) => [member.staffId, member])).values()]
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'setting',
    subjectId: DUTY_SETTING,
    fields: ['members'],
  })
  await parts.stores.lawSettings.saveSetting(
    accessOf(right.staff),
    DUTY_SETTING,
    { members },
    right.staff.staffId,
    parts.clock.now(),
    entry,
  )
  return done({ members: (await poolOf(parts)).members })
}
