import { randomUUID } from 'node:crypto'
import type { Route } from '@fatong/contract/route.ts'
import { DESK_COMMANDS, type DeskCommand } from '@fatong/contract/desk/commands.ts'
import { addToDraft, entryOf, picture, readyDraft, startDraft, APPLICANT } from './application.ts'
import { CONSULTATION_ASKED } from './asked-consultation.ts'
import { GUIDES_ASKED } from './asked-guides.ts'
import { NETWORK_ASKED } from './asked-network.ts'
import { LIBRARY_ASKED } from './asked-library.ts'
import type { Caller, Cast } from './cast.ts'
import type { Reply, Sent } from './client.ts'
import type { Installation } from './installation.ts'

/** A body of each button that its form would send. */
export const COMMAND_SAMPLES: Record<DeskCommand, object> = {
  acceptApplication: {},
  requestSupplement: { items: [{ code: 'identity', wording: '补身份证' }], deadline: '2099-01-01' },
  supplyMaterials: { note: '本人把复印件送来了' },
  extendSupplement: { deadline: '2099-02-01', reason: '还在补办' },
  confirmDeemedWithdrawn: {},
  withdrawApplication: { reason: '本人来说不办了' },
  transferApplication: { to: '某中心', reason: '管辖' },
  startRemoteVerification: { agency: '某中心', question: '核查' },
  finishRemoteVerification: { result: '属实' },
  recordReview: { review: { proposal: 'grant', note: '符合' } },
  grantProvisionalAid: { ground: 'UR-1', reason: '时效将满' },
  completeFormalities: {},
  grantAid: { note: '符合' },
  refuseAid: { reasons: ['other'], explanation: '说明' },
  assignLawyer: { staffId: randomUUID() },
  acceptAssignment: {},
  declineAssignment: { reason: 'other', explanation: '说明' },
  recordEngagement: { signedOn: '2026-01-01' },
  startWork: { meetingOn: '2026-01-01', note: '见面' },
  reportProgress: { note: '进展' },
  reportTerminationGround: { ground: 'TM-2', note: '情况' },
  declineTermination: { reason: '理由' },
  requestReplacement: { reason: '原因' },
  decideReplacement: { approve: false, reason: '理由' },
  terminateAid: { ground: 'TM-2', evidence: ['一份'], explanation: '说明' },
  concludeCase: { concludedOn: '2026-01-01', closedBy: 'mediation', basis: '调解书', outcome: '结果' },
  submitFile: { report: '报告', propertyTaken: false },
  returnFile: { reasons: ['缺一页'] },
  approveSubsidy: { amountFen: 100 },
  recordEvaluation: { satisfied: true, grade: 'good', note: '' },
  archiveCase: { shelf: '一号柜' },
  fileObjection: { statement: '本人来说不服' },
  decideObjection: { outcome: 'uphold', explanation: '理由' },
  carryOutCorrection: { note: '已改' },
  addMaterials: { note: '' },
  nameAffiliates: { opponent: '某公司', names: ['某集团'] },
  leaveMessage: { text: '请来一趟', to: 'applicant' },
}
const FILES = { kind: 'other', name: encodeURIComponent('照片.png') }
const SETTINGS = {
  agencyShort: '甲法援',
  cutOffMinutes: 990,
  supplementDays: 7,
  retention: { draftDays: 60, auditDays: 1095, smsDays: 90 },
  officeHours: [[{ open: 510, close: 1080 }], [], [], [], [], [], []],
}

/** What one cell of the table sends: everything a page would, so that only the caller can be the reason of a refusal. */
export interface Asked {
  path: string
  sent?: Sent
}
type Ask = (caller: Caller, serial: number, cast: Cast, here: Installation) => Asked | Promise<Asked>

const at = (path: string, body?: object | Buffer, headers?: Record<string, string>): Asked => ({
  path,
  sent: { ...(body ? { body } : {}), ...(headers ? { headers } : {}) },
})
const phone = (serial: number) => `139${String(serial).padStart(8, '0')}`

/** A draft of the caller's, or, for the other side, somebody's with a wrong secret. */
async function draftOf(caller: Caller, here: Installation, withFile = false) {
  const holder = here.client()
  const draft = withFile ? await readyDraft(holder) : await startDraft(holder)
  return { id: draft.id, secret: caller.side === 'own' ? draft.secret : 'a'.repeat(43), real: draft, holder }
}
const inDraft =
  (rest: (file: string) => string, body?: object | Buffer): Ask =>
  async (caller, _serial, _cast, here) => {
    const { id, secret, real, holder } = await draftOf(caller, here)
    const file = rest('').includes('/materials/') ? await addToDraft(holder, real, 'other') : ''
    return at(`/drafts/${id}${rest(file)}`, body === picture ? picture() : body, { 'x-draft-secret': secret })
  }
const ofNumber =
  (rest: string, body?: object | Buffer): Ask =>
  ({ caseAt }) =>
    at(`/citizen/cases/${caseAt.number}${rest}`, body)
const change = (serial: number) => ({
  key: 'threshold.inclusive',
  value: true,
  from: `${2060 + (serial % 38)}-01-01`,
  source: '试',
  level: '设计',
})

/** Routes whose request says more than their path. */
const ASK: Readonly<Record<string, Ask>> = {
  ...GUIDES_ASKED,
  ...NETWORK_ASKED,
  ...LIBRARY_ASKED,
  ...CONSULTATION_ASKED,
  'POST /eligibility': () => at('/eligibility', { facts: {} }),
  'GET /verify/:code': ({ caseAt }) => at(`/verify/${caseAt.verifyCode}`),
  'POST /citizen/code': (_c, serial) => at('/citizen/code', { phone: phone(serial) }),
  'POST /citizen/session': (_c, serial) => at('/citizen/session', { phone: phone(serial), code: '000000' }),
  'POST /desk/session': (_c, _s, { spare }) =>
    at('/desk/session', { login: spare[0]?.login, password: 'wrong-password' }),
  'POST /drafts': () => at('/drafts', { data: {} }),
  'GET /drafts/:id': inDraft(() => ''),
  'PUT /drafts/:id': inDraft(() => '', { data: { story: '一' }, version: 1 }),
  'DELETE /drafts/:id': inDraft(() => ''),
  'POST /drafts/:id/materials': async (caller, _s, _c, here) => {
    const { id, secret } = await draftOf(caller, here)
    return at(`/drafts/${id}/materials?kind=${FILES.kind}&name=${FILES.name}`, picture(), { 'x-draft-secret': secret })
  },
  'GET /drafts/:id/materials/:material': inDraft((file) => `/materials/${file}`),
  'DELETE /drafts/:id/materials/:material': inDraft((file) => `/materials/${file}`),
  'POST /applications': async (caller, _s, _c, here) => {
    const { id, secret } = await draftOf(caller, here, true)
    return at('/applications', {
      draftId: id,
      draftSecret: secret,
      entry: entryOf(here.places[caller.who === 'legalLiaison' ? 'village' : 'station']),
    })
  },
  'GET /citizen/cases/:number': ofNumber(''),
  'POST /citizen/cases/:number/materials': ({ caseAt }) =>
    at(`/citizen/cases/${caseAt.number}/materials?kind=other&name=a.png`, picture()),
  'DELETE /citizen/cases/:number/materials/:id': async ({ caseAt }, _s, _cast, { owner }) => {
    // Uploaded a moment ago, not handed in.
    const {
      rows: [row],
    } = await owner.query<{ id: string }>(
      `INSERT INTO fatong.material (id, case_id, sha256, kind, name, added_by_kind, added_by_id, added_at)
      SELECT gen_random_uuid(), case_id, sha256, 'other', 'a.png', 'citizen', $2, now() FROM fatong.material WHERE id = $1 RETURNING id`,
      [caseAt.materialId, caseAt.applicantId],
    )
    return at(`/citizen/cases/${caseAt.number}/materials/${row?.id}`)
  },
  'POST /citizen/cases/:number/supply': ofNumber('/supply', { materialIds: [], note: '' }),
  'POST /citizen/cases/:number/messages': ofNumber('/messages', { text: '请问', to: 'agency' }),
  'POST /citizen/cases/:number/withdraw': ofNumber('/withdraw', { reason: '不办了' }),
  'POST /citizen/cases/:number/objection': ofNumber('/objection', { statement: '不服' }),
  'POST /citizen/cases/:number/replacement': ofNumber('/replacement', { reason: '换人' }),
  'POST /citizen/cases/:number/end': ofNumber('/end', { ground: 'TM-7', reason: '和解了' }),
  'GET /citizen/cases/:number/materials/:id': ({ caseAt }) =>
    at(`/citizen/cases/${caseAt.number}/materials/${caseAt.materialId}`),
  'GET /citizen/cases/:number/documents/:id': ({ caseAt }) =>
    at(`/citizen/cases/${caseAt.number}/documents/${caseAt.documentId}`),
  'POST /desk/password': () => at('/desk/password', { current: 'not-the-password', next: 'Another-2026x' }),
  'POST /desk/totp/confirm': () => at('/desk/totp/confirm', { totp: '000000' }),
  'DELETE /desk/sessions/:id': async ({ staffId }, _s, _c, { owner }) => {
    // Another device of the same person.
    const {
      rows: [row],
    } = staffId
      ? await owner.query<{ id: string }>(
          `INSERT INTO fatong.session (id, kind, staff_id, created_at, expires_at, last_seen_at, user_agent, ip_hash)
      SELECT sha256(gen_random_uuid()::text::bytea), kind, staff_id, created_at, expires_at, last_seen_at, user_agent, ip_hash FROM fatong.session WHERE staff_id = $1 AND revoked_at IS NULL LIMIT 1 RETURNING encode(id, 'hex') AS id`,
          [staffId],
        )
      : { rows: [undefined] }
    return at(`/desk/sessions/${row?.id ?? 'none'}`)
  },
  'POST /desk/notices/:id/read': async ({ side, staffId }, _s, { spare }, { owner }) => {
    const {
      rows: [row],
    } = await owner.query<{ id: string }>(
      `INSERT INTO fatong.inbox_notice (id, staff_id, kind, title, text, at) VALUES (gen_random_uuid(), $1, 'case', '', '', now()) RETURNING id`,
      [side === 'own' && staffId ? staffId : spare[0]?.staffId],
    )
    return at(`/desk/notices/${row?.id}/read`, {})
  },
  'POST /desk/cases/:id/messages/seen': ({ caseAt }) => at(`/desk/cases/${caseAt.id}/messages/seen`, { version: 1 }),
  'GET /desk/search': () => at(`/desk/search?q=${encodeURIComponent(APPLICANT.name)}`),
  'GET /desk/cases/:id/materials/:material': ({ caseAt }) =>
    at(`/desk/cases/${caseAt.id}/materials/${caseAt.materialId}`),
  'POST /desk/cases/:id/materials': ({ caseAt }) =>
    at(`/desk/cases/${caseAt.id}/materials?kind=other&name=a.png`, picture()),
  'GET /desk/cases/:id/documents/:document': ({ caseAt }) =>
    at(`/desk/cases/${caseAt.id}/documents/${caseAt.documentId}`),
  'GET /desk/cases/:id/file/:paper/:version': ({ caseAt }) =>
    at(`/desk/cases/${caseAt.id}/file/approvalForm/${caseAt.decidedAt}`),
  'POST /desk/cases/:id/reveal': ({ caseAt }) =>
    at(`/desk/cases/${caseAt.id}/reveal`, { personId: caseAt.applicantId, why: '打电话' }),
  'POST /desk/cases/:id/preview/:command': ({ caseAt }) =>
    at(`/desk/cases/${caseAt.id}/preview/grantAid`, { note: '符合' }),
  'POST /desk/notifications': () =>
    at('/desk/notifications', {
      authority: '某法院',
      letterNumber: `函${randomUUID().slice(0, 8)}`,
      receivedOn: '2026-01-05',
      ground: 'ND-4',
      stage: 'firstInstance',
      defendantName: '张某',
      charge: '故意杀人',
    }),
  'PUT /desk/admin/places/:id': (_c, serial, _cast, { places }) =>
    at(`/desk/admin/places/${randomUUID()}`, {
      code: `69${serial}`,
      name: '新工作室',
      kind: 'office',
      parentId: places.nextStation,
      address: '村',
      phone: null,
      lon: null,
      lat: null,
      crs: 'GCJ02',
      approximate: true,
      public: false,
      hours: null,
      active: true,
    }),
  'POST /desk/admin/staff': (_c, serial, _cast, { places }) =>
    at('/desk/admin/staff', { login: `new${serial}`, name: '新人', orgId: places.center }),
  'PUT /desk/admin/staff/:id': (_c, _s, { spare }, { places }) =>
    at(`/desk/admin/staff/${spare[0]?.staffId}`, {
      name: '旧人',
      active: true,
      orgId: places.center,
      roles: [],
      profile: {},
    }),
  'POST /desk/admin/staff/:id/password': (_c, _s, { spare }) =>
    at(`/desk/admin/staff/${spare[1]?.staffId}/password`, {}),
  'POST /desk/admin/calendar/import': () => at('/desk/admin/calendar/import', { notice: '无', confirm: false }),
  'POST /desk/admin/parameters/replay': (_c, serial) => at('/desk/admin/parameters/replay', { change: change(serial) }),
  'POST /desk/admin/parameters': async ({ client }, serial) => {
    const { token = 'none' } = (await client.post('/desk/admin/parameters/replay', { change: change(serial) })).json<{
      token?: string
    }>()
    return at('/desk/admin/parameters', { change: change(serial), token, why: '试' })
  },
  'PUT /desk/admin/settings': () => at('/desk/admin/settings', SETTINGS),
  'GET /desk/admin/templates/:kind': () => at('/desk/admin/templates/grantDecision'),
  'POST /desk/admin/templates/:kind': () => at('/desk/admin/templates/grantDecision', Buffer.from('not a docx')),
  'POST /desk/admin/dead-letters/:id/retry': async (_c, _s, _cast, { owner }) => {
    const {
      rows: [row],
    } = await owner.query<{ id: string }>(
      `INSERT INTO fatong.outbox (channel, payload, created_at, next_at, status, attempts) VALUES ('sms', '{}', now(), now(), 'dead', 9) RETURNING id::text`,
    )
    return at(`/desk/admin/dead-letters/${row?.id}/retry`, {})
  },
}

/** Sends the request of one cell. */
export async function ask(
  route: Route,
  caller: Caller,
  serial: number,
  cast: Cast,
  here: Installation,
): Promise<Reply> {
  const { path, sent = {} } = await askedOf(route, caller, serial, cast, here)
  const {
    rows: [row],
  } = route.ifMatch
    ? await here.owner.query<{ version: number }>('SELECT version FROM fatong.case_file WHERE id = $1', [
        caller.caseAt.id,
      ])
    : { rows: [] }
  return caller.client.send(route.method, path, {
    ...sent,
    headers: {
      ...(route.idempotent ? { 'idempotency-key': randomUUID() } : {}),
      ...(row ? { 'if-match': `"${row.version}"` } : {}),
      ...sent.headers,
    },
  })
}

/** The request of a cell, before anything in it is changed. */
export function askedOf(
  route: Route,
  caller: Caller,
  serial: number,
  cast: Cast,
  here: Installation,
): Asked | Promise<Asked> {
  const known = ASK[route.id]
  if (known) return known(caller, serial, cast, here)
  const command = DESK_COMMANDS.find((name) => route.path === `/desk/cases/:id/${name}`)
  if (command) return at(`/desk/cases/${caller.caseAt.id}/${command}`, COMMAND_SAMPLES[command])
  return at(
    route.path.replace(':id', caller.caseAt.id),
    route.method === 'POST' || route.method === 'PUT' ? {} : undefined,
  )
}
