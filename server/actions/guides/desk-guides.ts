import type { z } from 'zod'
import type {
  deskGuide as oneRoute,
  deskGuides as listRoute,
  publishGuide as publishRoute,
  returnGuide as returnRoute,
  writeGuide as writeRoute,
} from '@fatong/contract/knowledge/guides.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, isRestricted, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { lineOf } from './read-guides.ts'

const WRITERS: readonly Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'director',
  'lawyer',
  'grassrootsLegalWorker',
  'bureauOfficer',
  'administrator',
]
const REVIEWERS: readonly Role[] = ['approver', 'director', 'bureauOfficer']

function staffWith(caller: StaffCaller, roles?: readonly Role[]): { ok: true; staff: StaffCaller } | Failed {
  return (roles ? holdsRole(caller, ...roles) : !isRestricted(caller))
    ? { ok: true, staff: caller }
    : failed('forbidden')
}

/** All guides as the desk sees them: in use, changed here, waiting for review, given back, taken down. */
export async function deskGuides(parts: Parts, caller: StaffCaller): Promise<Outcome<z.infer<typeof listRoute.reply>>> {
  const right = staffWith(caller)
  if (!right.ok) return right
  const access = accessOf(right.staff)
  const [inUse, newest, changed] = await Promise.all([
    parts.guides.all(),
    parts.stores.guides.newest(access),
    parts.stores.guides.inUse(),
  ])
  const newestOf = new Map(newest.map((version) => [version.slug, version]))
  const changedHere = new Set(changed.map(({ slug }) => slug))
  const known = new Set(inUse.map(({ slug }) => slug))
  const gone = changed
    .filter(({ state }) => state === 'withdrawn')
    .map(({ data }) => ({ guide: data.guide, withdrawn: true, inUse: false }))
  const fresh = newest
    .filter(({ slug }) => !known.has(slug) && !changedHere.has(slug))
    .map(({ data }) => ({ guide: data.guide, withdrawn: false, inUse: false }))
  const rows = [...inUse.map((guide) => ({ guide, withdrawn: false, inUse: true })), ...gone, ...fresh]
  return done({
    items: rows.map(({ guide, withdrawn, inUse: shown }) => {
      const last = newestOf.get(guide.slug)
      const draft = last?.state === 'draft' ? last : undefined
      const returned =
        last?.state === 'returned' && last.reviewedAt !== null
          ? {
              to: last.writtenByName,
              mine: last.writtenBy === right.staff.staffId,
              note: last.reviewNote ?? '',
              at: last.reviewedAt,
            }
          : null
      return {
        ...lineOf(guide),
        reviewed: guide.reviewed,
        toCheck: guide.toCheck !== undefined,
        changed: changedHere.has(guide.slug),
        inUse: shown,
        withdrawn,
        draftBy: draft?.writtenByName ?? null,
        draftAt: draft?.writtenAt ?? null,
        returned,
      }
    }),
  })
}

export async function deskGuide(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof oneRoute>,
): Promise<Outcome<z.infer<typeof oneRoute.reply>>> {
  const right = staffWith(caller)
  if (!right.ok) return right
  const slug = slugOf(params)
  const [inUse, versions] = await Promise.all([
    parts.guides.find(slug),
    parts.stores.guides.versions(accessOf(right.staff), slug),
  ])
  if (!inUse && versions.length === 0) return failed('notFound')
  return done({
    slug,
    inUse: inUse ?? null,
    versions: versions.map(({ data, writtenBy, ...one }) => ({
      ...one,
      mine: writtenBy === right.staff.staffId,
      body: data.guide,
      takeDown: data.takeDown ?? false,
    })),
    mayWrite: holdsRole(caller, ...WRITERS),
    mayReview: holdsRole(caller, ...REVIEWERS),
  })
}

export async function writeGuide(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof writeRoute>,
): Promise<Outcome<{ version: number }>> {
  const right = staffWith(caller, WRITERS)
  if (!right.ok) return right
  const slug = slugOf(params)
  if (body.body.topic !== params.topic) return failed('malformed', { fields: { 'body.topic': '主题要和地址里的一样' } })
  const { staffId, name } = right.staff
  const version = await parts.stores.guides.write(
    accessOf(right.staff),
    slug,
    { guide: { ...body.body, slug }, ...(body.takeDown ? { takeDown: true } : {}) },
    body.note,
    { id: staffId, name },
    body.base,
    parts.clock.now(),
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'guide',
      subjectId: slug,
      fields: ['draft'],
      why: body.note,
    }),
  )
  return typeof version === 'string' ? failed(version) : done({ version })
}

/** Takes a draft of somebody else into use, or takes the guide down when the draft says so. */
export async function publishGuide(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof publishRoute>,
): Promise<Outcome<{ ok: true }>> {
  return settle(parts, caller, params, body, (takeDown) => (takeDown ? 'withdrawn' : 'published'))
}
export async function returnGuide(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof returnRoute>,
): Promise<Outcome<{ ok: true }>> {
  return settle(parts, caller, params, body, () => 'returned')
}

type Settled = 'published' | 'returned' | 'withdrawn'
async function settle(
  parts: Parts,
  caller: StaffCaller,
  params: { topic: string; name: string; version: number },
  { note, seen }: { note: string; seen: number },
  to: (takeDown: boolean) => Settled,
): Promise<Outcome<{ ok: true }>> {
  const right = staffWith(caller, REVIEWERS)
  if (!right.ok) return right
  const slug = slugOf(params)
  const access = accessOf(right.staff)
  const draft = (await parts.stores.guides.versions(access, slug)).find(({ version }) => version === params.version)
  if (!draft) return failed('notFound')
  if (draft.state !== 'draft') return failed('changedMeanwhile')
  const { staffId, name } = right.staff
  if (draft.writtenBy === staffId) return failed('ownDraft')
  const state = to(draft.data.takeDown ?? false)
  const settled = await parts.stores.guides.settle(
    access,
    slug,
    params.version,
    instant(seen),
    state,
    { id: staffId, name, note },
    parts.clock.now(),
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'guide',
      subjectId: slug,
      fields: [state],
      why: note || null,
    }),
  )
  if (!settled) return failed('changedMeanwhile')
  parts.guides.refresh()
  return done({ ok: true })
}

const slugOf = ({ topic, name }: { topic: string; name: string }) => `${topic}/${name}`
