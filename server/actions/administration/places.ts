import { fieldsOf } from '@fatong/casework/audit-words.ts'
import type { z } from 'zod'
import type { Place, savePlace as saveRoute } from '@fatong/contract/desk/administration.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { countingLost } from '../network/unmet.ts'
import { administers } from './may.ts'
import { forgetWays } from '../casework/ways-to-case.ts'
import { forgetDirectory } from '../places/directory.ts'
import { onTheMap } from '../network/known-positions.ts'
import { hoursFit, liesBelow, placeView } from './place-view.ts'
import { positionFields } from './typed-position.ts'

export async function places(parts: Parts, _caller: StaffCaller): Promise<Outcome<{ items: z.infer<typeof Place>[] }>> {
  return done({ items: (await parts.stores.places.all()).map(placeView) })
}

/** Adds a service point or changes one. A place in use is switched off, never removed: cases name it. */
export async function savePlace(
  parts: Parts,
  caller: StaffCaller,
  { params, body: { confirmMove, ...body } }: InputOf<typeof saveRoute>,
): Promise<Outcome<z.infer<typeof saveRoute.reply>>> {
  const right = administers(caller, 'places')
  if (!right.ok) return right
  const { stores, law } = parts
  const map = await onTheMap(parts)
  const byId = new Map(map.places.map((place) => [place.id, place]))
  const fields: Record<string, string> = {}
  if (body.name.trim() === '') fields.name = '请填写名称'
  if (body.code.trim() === '') fields.code = '请填写编码'
  if (body.parentId !== null && !byId.has(body.parentId)) fields.parentId = '没有这个上级机构'
  if (liesBelow(byId, body.parentId, params.id)) fields.parentId = '上级不能是自己，也不能是归自己管的'
  if (body.managedBy && !byId.has(body.managedBy)) fields.managedBy = '没有这个管理单位'
  if (liesBelow(byId, body.managedBy, params.id)) fields.managedBy = '管理单位不能是自己，也不能是归自己管的'
  if (body.hours && !hoursFit(body.hours)) fields.hours = '开门时间要早于关门时间，几段时间不能重叠'
  if (body.exceptions?.some(({ hours }) => !hoursFit([hours])))
    fields.exceptions = '开门时间要早于关门时间，几段时间不能重叠'
  if (new Set(body.exceptions?.map(({ date }) => date)).size < (body.exceptions?.length ?? 0))
    fields.exceptions = '同一天写了两次，请合成一行'
  Object.assign(fields, positionFields(body, confirmMove === true, params.id, map))
  if (Object.keys(fields).length > 0) return failed('malformed', { fields })
  const managedBy = body.managedBy === undefined ? (byId.get(params.id)?.managedBy ?? null) : body.managedBy
  const row = { id: params.id, ...body, managedBy }
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'place',
    subjectId: params.id,
    fields: fieldsOf(body),
  })
  const { reply: saved, lost } = await countingLost(parts, async () => {
    const outcome = await stores.places.save(accessOf(right.staff), row, entry)
    law.refresh()
    return outcome
  })
  if (saved === 'codeTaken') return failed('malformed', { fields: { code: '这个编码已经有了，请换一个' } })
  parts.sessions.forget()
  forgetDirectory(parts)
  forgetWays(parts)
  return done({ ...placeView(row), lost })
}
