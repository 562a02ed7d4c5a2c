import { randomUUID } from 'node:crypto'
import type { Asked } from './asked.ts'
import type { Caller } from './cast.ts'
import type { Installation } from './installation.ts'

type AskNetwork = (caller: Caller, serial: number, cast: unknown, here: Installation) => Asked | Promise<Asked>

/** Somebody of the village, on duty there on Tuesdays: for each cell its own. */
async function onDuty({ owner, places }: Installation): Promise<{ member: string; line: string }> {
  const [member, line] = [randomUUID(), randomUUID()]
  await owner.query(`INSERT INTO fatong.team_member (id, name, kind, place_id) VALUES ($1, '某明白人', 'liaison', $2)`, [member, places.village])
  await owner.query(`INSERT INTO fatong.roster_line (id, place_id, member_id, kind, services, weekday, from_minute, to_minute, valid_from)
    VALUES ($1, $2, $3, 'duty', '{consultation}', 2, 540, 660, '2026-01-01')`, [line, places.village, member])
  return { member, line }
}
async function booked({ owner, places }: Installation, personId: string): Promise<string> {
  const id = randomUUID()
  await owner.query(`INSERT INTO fatong.appointment (id, number, place_id, day, from_minute, to_minute, service, person_id, state, booked_at, changed_at)
    VALUES ($1, $2, $3, '2026-01-06', $4, $5, 'consultation', $6, 'booked', now(), now())`, [id, `YY${id.slice(0, 8)}`, places.village, minute, minute + 1, personId])
  minute = (minute + 1) % 1400
  return id
}
/** From the centre to the station of this side. */
async function sent({ owner, places, parts }: Installation): Promise<string> {
  const id = randomUUID()
  await owner.query(`INSERT INTO fatong.handover (id, number, from_place, to_place, kind, title, text_enc, state, due_at, steps, version, created_at, updated_at)
    VALUES ($1, $2, $3, $4, 'other', '一件事', $5, 'sent', now() + interval '1 day', '[]', 1, now(), now())`, [id, `LD${id.slice(0, 8)}`, places.center, places.station, parts.crypto.encrypt('handover.text', '情况')])
  return id
}
/** One person holds one appointment at a time. */
let minute = 1

const member = (placeId: string) => ({ name: '新人', kind: 'liaison', placeId, gender: null, languages: ['普通话'], specialties: [], qualifications: [], training: [], active: true })
const WISH = { minutes: 30 }

export const NETWORK_ASKED: Readonly<Record<string, AskNetwork>> = {
  'GET /service-points/near': () => ({ path: `/service-points/near?q=${encodeURIComponent('东村')}` }),
  'GET /service-points/:id/slots': (_c, _s, _cast, { places }) => ({ path: `/service-points/${places.center}/slots` }),
  'POST /citizen/appointments': (_c, _s, _cast, { places }) => ({ path: '/citizen/appointments', sent: { body: { placeId: places.center, day: '2026-01-06', from: 540, service: 'consultation', note: '问事' } } }),
  'POST /citizen/appointments/:id/cancel': async ({ caseAt }, _s, _cast, here) => ({ path: `/citizen/appointments/${await booked(here, caseAt.applicantId)}/cancel`, sent: { body: {} } }),
  'GET /desk/appointments': () => ({ path: '/desk/appointments?day=2026-01-06&days=1' }),
  'POST /desk/appointments/:id/state': async ({ caseAt }, _s, _cast, here) => ({ path: `/desk/appointments/${await booked(here, caseAt.applicantId)}/state`, sent: { body: { state: 'came', reason: '' } } }),
  'PUT /desk/team/:id': (_c, _s, _cast, { places }) => ({ path: `/desk/team/${randomUUID()}`, sent: { body: member(places.village) } }),
  'PUT /desk/roster/lines/:id': async (_c, _s, _cast, here) => {
    const { member: memberId } = await onDuty(here)
    return { path: `/desk/roster/lines/${randomUUID()}`, sent: { body: { placeId: here.places.village, memberId, kind: 'duty', services: ['consultation'], weekday: 3, from: 540, to: 600, validFrom: '2026-01-01', validTo: null } } }
  },
  'POST /desk/roster/lines/:id/end': async (_c, _s, _cast, here) => ({ path: `/desk/roster/lines/${(await onDuty(here)).line}/end`, sent: { body: { lastDay: '2026-12-31' } } }),
  'PUT /desk/roster/lines/:id/days/:day': async (_c, _s, _cast, here) => ({ path: `/desk/roster/lines/${(await onDuty(here)).line}/days/2026-01-06`, sent: { body: { change: { coverId: null, reason: '请假' } } } }),
  'POST /desk/network/import/:kind': () => ({ path: '/desk/network/import/villages', sent: { body: Buffer.from('编码,名称\n1,东村\n') } }),
  'GET /desk/network/export/:kind/:format': () => ({ path: '/desk/network/export/villages/csv' }), 'POST /desk/network/roads': () => ({ path: '/desk/network/roads', sent: { body: Buffer.from('{}') } }), 'POST /desk/network/bus': () => ({ path: '/desk/network/bus', sent: { body: Buffer.from('{}') } }),
  'POST /desk/assignments/plan': () => ({ path: '/desk/assignments/plan', sent: { body: { policy: 'precise' } } }), 'POST /desk/assignments': ({ caseAt }) => ({ path: '/desk/assignments', sent: { body: { policy: 'precise', items: [{ caseId: caseAt.id, staffId: randomUUID(), advised: [], reason: '' }] } } }),
  'POST /desk/handovers': (_c, _s, _cast, { places }) => ({ path: '/desk/handovers', sent: { body: { fromPlace: places.center, toPlace: places.station, kind: 'other', title: '一件事', text: '情况' } } }),
  'POST /desk/handovers/:id/:step': async (_c, _s, _cast, here) => ({ path: `/desk/handovers/${await sent(here)}/take`, sent: { body: { note: '', version: 1 } } }),
  'GET /desk/network/coverage': () => ({ path: '/desk/network/coverage' }),
  'POST /desk/network/what-if': (_c, _s, _cast, { places }) => ({ path: '/desk/network/what-if', sent: { body: { wish: WISH, edits: [{ kind: 'close', id: places.station }] } } }),
  'POST /desk/network/plan/:format': (_c, _s, _cast, { places }) => ({ path: '/desk/network/plan/xlsx', sent: { body: { wish: WISH, edits: [{ kind: 'close', id: places.station }] } } }), 'GET /desk/network/contours': () => ({ path: '/desk/network/contours?half=20' }),
  'POST /desk/network/siting': () => ({ path: '/desk/network/siting', sent: { body: { goal: 'coverMost', seconds: 1 } } }),
}
