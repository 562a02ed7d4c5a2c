import type { Role } from '@fatong/casework/vocabulary.ts'
import { addColleague, citizen, colleague, type Colleague } from './people.ts'
import { APPLICANT, STRANGER, press, submit } from './application.ts'
import { ok, type Client } from './client.ts'
import type { Installation } from './installation.ts'
import type { PlaceKey } from './places.ts'

/** Everybody the table asks about: nobody signed in, citizens, every role, and two kinds of staff who must not get in. */
export type Who = 'anonymous' | 'citizen' | Role | 'lawyerOfSameFirm' | 'notYetAdmitted'
export type Side = 'own' | 'other'
/** Where each role works when a case is its own, and where when it is somebody else's. */
export const WORKPLACES: Record<Role, Record<Side, PlaceKey>> = {
  clerk: { own: 'center', other: 'nextCenter' },
  reviewer: { own: 'center', other: 'nextCenter' },
  approver: { own: 'center', other: 'nextCenter' },
  assigner: { own: 'center', other: 'nextCenter' },
  director: { own: 'center', other: 'nextCenter' },
  fileReviewer: { own: 'center', other: 'nextCenter' },
  qualityOfficer: { own: 'center', other: 'nextCenter' },
  archivist: { own: 'center', other: 'nextCenter' },
  stationStaff: { own: 'station', other: 'nextStation' },
  legalLiaison: { own: 'village', other: 'nextVillage' },
  lawyer: { own: 'firm', other: 'nextFirm' },
  firmManager: { own: 'firm', other: 'nextFirm' },
  grassrootsLegalWorker: { own: 'grassroots', other: 'nextGrassroots' },
  bureauOfficer: { own: 'district', other: 'nextDistrict' },
  administrator: { own: 'district', other: 'nextDistrict' },
}
const ROLE_NAMES = Object.keys(WORKPLACES) as Role[]

export interface CaseAt {
  id: string
  number: string
  applicantId: string
  materialId: string
  documentId: string
  /** the step that left papers in the file; the first one where none did */
  decidedAt: number
  verifyCode: string
}
/** One column of the table. */
export interface Caller {
  who: Who
  side: Side
  client: Client
  staffId?: string
  personId?: string
  login?: string
  caseAt: CaseAt
}
export interface Cast {
  callers: Caller[]
  handled: CaseAt
  open: CaseAt
  spare: { staffId: string; login: string }[]
}

/**
 * Two terminated cases of one person, handled by the lawyer and by the grassroots worker, both brought with the help of the
 * village's liaison; ended, because then everybody who may ever see a case sees them. And one that is just handed in.
 */
export async function castOf(here: Installation): Promise<Cast> {
  const staff = new Map<string, Colleague>()
  for (const role of ROLE_NAMES)
    for (const side of ['own', 'other'] as const)
      staff.set(`${role} ${side}`, await colleague(here, role, WORKPLACES[role][side]))
  const member = (role: Role, side: Side = 'own'): Colleague => staff.get(`${role} ${side}`) as Colleague
  const self = await citizen(here, APPLICANT.phone, APPLICANT.name)
  const stranger = await citizen(here, STRANGER.phone, STRANGER.name)

  const byLawyer = await terminated(here, self, member, 'lawyer')
  const byWorker = await terminated(here, self, member, 'grassrootsLegalWorker')
  const open = await submit(self.client, here.places.station)
  const callers: Caller[] = []
  const add = (who: Who, side: Side, client: Client, more: Partial<Caller> = {}) =>
    callers.push({ who, side, client, caseAt: who === 'grassrootsLegalWorker' ? byWorker : byLawyer, ...more })
  for (const side of ['own', 'other'] as const) {
    add('anonymous', side, here.client())
    for (const role of ROLE_NAMES) add(role, side, member(role, side).client, member(role, side))
    const sameFirm = await colleague(here, 'lawyer', side === 'own' ? 'firm' : 'nextFirm')
    add('lawyerOfSameFirm', side, sameFirm.client, sameFirm)
    const newcomer = await colleague(here, 'clerk', side === 'own' ? 'center' : 'nextCenter', true)
    add('notYetAdmitted', side, newcomer.client, newcomer)
  }
  add('citizen', 'own', self.client, { personId: self.personId })
  add('citizen', 'other', stranger.client, { personId: stranger.personId })
  const spare = [await addColleague(here, 'archivist', 'center'), await addColleague(here, 'archivist', 'center')]
  return { callers, handled: byLawyer, open: await describe(here, open.id), spare }
}

async function terminated(
  here: Installation,
  self: { personId: string; client: Client },
  member: (role: Role) => Colleague,
  handler: 'lawyer' | 'grassrootsLegalWorker',
): Promise<CaseAt> {
  const { id } = await submit(self.client, here.places.village)
  // The village's liaison stood beside the person, who handed it in themselves.
  const { staffId, name } = member('legalLiaison')
  const helper = JSON.stringify({ staffId, name, placeId: here.places.village, role: 'legalLiaison' })
  await here.owner.query(
    `UPDATE fatong.case_file SET helper_staff_id = $2, state = jsonb_set(state::jsonb, '{form,helper}', $3::jsonb)::json WHERE id = $1`,
    [id, staffId, helper],
  )
  await press(member('clerk').client, id, 'acceptApplication', {})
  await press(member('reviewer').client, id, 'recordReview', { review: { proposal: 'grant', note: '符合条件' } })
  await press(member('approver').client, id, 'grantAid', { note: '符合条件' })
  await press(member('assigner').client, id, 'assignLawyer', { staffId: member(handler).staffId })
  ok(await member('lawyer').client.get('/desk/queue'))
  await press(member('approver').client, id, 'terminateAid', {
    ground: 'TM-2',
    evidence: ['证明一份'],
    explanation: '已查实',
  })
  return describe(here, id)
}

async function describe({ owner }: Installation, id: string): Promise<CaseAt> {
  const {
    rows: [row],
  } = await owner.query<CaseAt>(
    `SELECT c.id, c.number, c.applicant_id AS "applicantId", (SELECT m.id FROM fatong.material m WHERE m.case_id = c.id LIMIT 1) AS "materialId",
    d.id AS "documentId", d.verify_code AS "verifyCode",
    (SELECT coalesce(max(e.version), 1)::int FROM fatong.event e WHERE e.stream_id = c.id AND e.type = 'aidGranted') AS "decidedAt" FROM fatong.case_file c JOIN fatong.document d ON d.case_id = c.id
    WHERE c.id = $1 ORDER BY (d.kind = 'grantDecision') DESC LIMIT 1`,
    [id],
  )
  if (!row) throw new Error('the case is not there')
  return row
}
