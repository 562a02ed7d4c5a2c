import { randomUUID } from 'node:crypto'
import type { Asked } from './asked.ts'
import type { Caller } from './cast.ts'
import type { Installation } from './installation.ts'

type AskNetwork = (caller: Caller, serial: number, cast: unknown, here: Installation) => Asked | Promise<Asked>

/** Somebody of the village, on duty there on Tuesdays: for each cell its own. */
async function onDuty({ owner, places }: Installation): Promise<{ member: string; line: string }> {
  const [member, line] = [randomUUID(), randomUUID()]
  await owner.query(
    `INSERT INTO fatong.team_member (id, name, kind, place_id) VALUES ($1, '某明白人', 'liaison', $2)`,
    [member, places.village],
  )
  await owner.query(
    `INSERT INTO fatong.roster_line (id, place_id, member_id, kind, services, weekday, from_minute, to_minute, valid_from)
    VALUES ($1, $2, $3, 'duty', '{consultation}', 2, 540, 660, '2026-01-01')`,
    [line, places.village, member],
  )
  return { member, line }
}
async function onLeave(here: Installation): Promise<string> {
  const [{ member }, id] = [await onDuty(here), randomUUID()]
  await here.owner.query(
    `INSERT INTO fatong.team_leave (id, member_id, from_day, to_day, reason, entered_by, entered_at) VALUES ($1, $2, '2026-01-06', '2026-01-07', '请假', $1, now())`,
    [id, member],
  )
  return `${member}/leave/${id}`
}
async function served(here: Installation): Promise<string> {
  const [{ member }, id] = [await onDuty(here), randomUUID()]
  await here.owner.query(
    `INSERT INTO fatong.service_entry (id, member_id, place_id, day, at_place, work, helped, people, matter, minutes, result, entered_by, entered_name, entered_at)
    VALUES ($1, $2, $3, '2026-01-02', '村委会', 'consultation', 'elder', 1, '养老金', 30, 'solved', $2, '某人', now())`,
    [id, member, here.places.village],
  )
  return id
}
async function booked({ owner, places }: Installation, personId: string, service = 'consultation'): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `INSERT INTO fatong.appointment (id, number, place_id, day, from_minute, to_minute, service, person_id, state, booked_at, placed_at, changed_at)
    VALUES ($1, $2, $3, '2026-01-06', $4, $5, $7, $6, 'booked', now(), now(), now())`,
    [id, `YY${id.slice(0, 8)}`, places.village, minute, minute + 1, personId, service],
  )
  minute = (minute + 1) % 1400
  return id
}
/** From the centre to the station of this side. */
async function sent({ owner, places, parts }: Installation): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `INSERT INTO fatong.handover (id, number, from_place, to_place, kind, title, text_enc, state, due_at, steps, version, created_at, updated_at)
    VALUES ($1, $2, $3, $4, 'other', '一件事', $5, 'sent', now() + interval '1 day', '[]', 1, now(), now())`,
    [id, `LD${id.slice(0, 8)}`, places.center, places.station, parts.crypto.encrypt('handover.text', '情况')],
  )
  return id
}
/** Somebody waits for a call from the village of this side; one wish at a time. */
async function asked({ owner, places, parts }: Installation, personId: string): Promise<string> {
  const id = randomUUID()
  await owner.query(`UPDATE fatong.callback SET state = 'done' WHERE person_id = $1`, [personId])
  await owner.query(
    `INSERT INTO fatong.callback (id, number, place_id, person_id, from_name, text_enc, state, asked_at, changed_at) VALUES ($1, $2, $3, $4, '某人', $5, 'open', now(), now())`,
    [id, `HD${id.slice(0, 8)}`, places.village, personId, parts.crypto.encrypt('callback.text', '问工资')],
  )
  return id
}
/** One person holds one appointment at a time. */
let minute = 1

const member = (placeId: string) => ({
  name: '新人',
  kind: 'liaison',
  placeId,
  gender: null,
  languages: ['普通话'],
  specialties: [],
  qualifications: [],
  training: [],
  active: true,
})
const WISH = { minutes: 30 }

export const NETWORK_ASKED: Readonly<Record<string, AskNetwork>> = {
  'GET /service-points/near': () => ({ path: `/service-points/near?q=${encodeURIComponent('东村')}` }),
  'GET /service-points/:id/slots': (_c, _s, _cast, { places }) => ({ path: `/service-points/${places.center}/slots` }),
  'POST /citizen/appointments': (_c, _s, _cast, { places }) => ({
    path: '/citizen/appointments',
    sent: { body: { placeId: places.center, day: '2026-01-06', from: 540, service: 'consultation', note: '问事' } },
  }),
  'POST /citizen/appointments/:id/cancel': async ({ caseAt }, _s, _cast, here) => ({
    path: `/citizen/appointments/${await booked(here, caseAt.applicantId)}/cancel`,
    sent: { body: {} },
  }),
  'POST /citizen/callbacks': (_c, _s, _cast, { places }) => ({
    path: '/citizen/callbacks',
    sent: { body: { placeId: places.center, text: '问工资' } },
  }),
  'POST /citizen/callbacks/:id/withdraw': async ({ caseAt }, _s, _cast, here) => ({
    path: `/citizen/callbacks/${await asked(here, caseAt.applicantId)}/withdraw`,
    sent: { body: {} },
  }),
  'POST /desk/callbacks/:id/done': async ({ caseAt }, _s, _cast, here) => ({
    path: `/desk/callbacks/${await asked(here, caseAt.applicantId)}/done`,
    sent: { body: { note: '' } },
  }),
  'POST /desk/team/:id/message': async (_c, _s, _cast, here) => ({
    path: `/desk/team/${(await onDuty(here)).member}/message`,
    sent: { body: { text: '请来开会' } },
  }),
  'GET /desk/appointments': () => ({ path: '/desk/appointments?day=2026-01-06&days=1' }),
  'POST /desk/appointments/:id/state': async ({ caseAt }, _s, _cast, here) => ({
    path: `/desk/appointments/${await booked(here, caseAt.applicantId)}/state`,
    sent: { body: { state: 'came', reason: '' } },
  }),
  'POST /desk/appointments/:id/video': async ({ caseAt }, _s, _cast, here) => ({
    path: `/desk/appointments/${await booked(here, caseAt.applicantId, 'remote')}/video`,
    sent: { body: { url: 'https://meet.example/1' } },
  }),
  'GET /desk/appointments/:id/times': async ({ caseAt }, _s, _cast, here) => ({
    path: `/desk/appointments/${await booked(here, caseAt.applicantId)}/times`,
  }),
  'POST /desk/appointments/:id/move': async ({ caseAt }, _s, _cast, here) => ({
    path: `/desk/appointments/${await booked(here, caseAt.applicantId)}/move`,
    sent: { body: { placeId: here.places.village, day: '2026-01-06', from: 540 } },
  }),
  'PUT /desk/team/:id': (_c, _s, _cast, { places }) => ({
    path: `/desk/team/${randomUUID()}`,
    sent: { body: member(places.village) },
  }),
  'PUT /desk/roster/lines/:id': async (_c, _s, _cast, here) => {
    const { member: memberId } = await onDuty(here)
    return {
      path: `/desk/roster/lines/${randomUUID()}`,
      sent: {
        body: {
          placeId: here.places.village,
          memberId,
          kind: 'duty',
          services: ['consultation'],
          weekday: 3,
          from: 540,
          to: 600,
          validFrom: '2026-01-01',
          validTo: null,
        },
      },
    }
  },
  'POST /desk/roster/lines/:id/end': async (_c, _s, _cast, here) => ({
    path: `/desk/roster/lines/${(await onDuty(here)).line}/end`,
    sent: { body: { lastDay: '2026-12-31' } },
  }),
  'PUT /desk/roster/lines/:id/days/:day': async (_c, _s, _cast, here) => ({
    path: `/desk/roster/lines/${(await onDuty(here)).line}/days/2026-01-06`,
    sent: { body: { change: { coverId: null, reason: '请假' } } },
  }),
  'PUT /desk/service-log/:id': async (_c, _s, _cast, here) => ({
    path: `/desk/service-log/${randomUUID()}`,
    sent: {
      body: {
        memberId: (await onDuty(here)).member,
        placeId: here.places.village,
        day: '2026-01-02',
        at: '村委会',
        work: 'consultation',
        helped: 'elder',
        people: 1,
        matter: '养老金',
        minutes: 30,
        result: 'solved',
        note: '',
      },
    },
  }),
  'POST /desk/service-log/:id/strike': async (_c, _s, _cast, here) => ({
    path: `/desk/service-log/${await served(here)}/strike`,
    sent: { body: { reason: '记错了' } },
  }),
  'POST /desk/service-log/import': () => ({
    path: '/desk/service-log/import',
    sent: { body: Buffer.from('日期,姓名\n') },
  }),
  'GET /desk/service-log/export/:format': () => ({ path: '/desk/service-log/export/csv' }),
  'POST /desk/network/import/:kind': () => ({
    path: '/desk/network/import/villages',
    sent: { body: Buffer.from('编码,名称\n1,东村\n') },
  }),
  'GET /desk/network/export/:kind/:format': () => ({ path: '/desk/network/export/villages/csv' }),
  'POST /desk/network/roads': () => ({ path: '/desk/network/roads', sent: { body: Buffer.from('{}') } }),
  'POST /desk/network/bus': () => ({ path: '/desk/network/bus', sent: { body: Buffer.from('{}') } }),
  'POST /desk/assignments/plan': () => ({ path: '/desk/assignments/plan', sent: { body: { policy: 'precise' } } }),
  'POST /desk/assignments': ({ caseAt }) => ({
    path: '/desk/assignments',
    sent: {
      body: { policy: 'precise', items: [{ caseId: caseAt.id, staffId: randomUUID(), proposed: null, reason: '' }] },
    },
  }),
  'POST /desk/assignments/handings/plan': () => ({
    path: '/desk/assignments/handings/plan',
    sent: { body: { away: [randomUUID()] } },
  }),
  'POST /desk/assignments/handings': ({ caseAt }) => ({
    path: '/desk/assignments/handings',
    sent: {
      body: {
        reason: '生病',
        moves: [{ caseId: caseAt.id, from: randomUUID(), to: randomUUID(), proposed: randomUUID(), note: '' }],
      },
    },
  }),
  'POST /desk/team/:id/leave': async (_c, _s, _cast, here) => ({
    path: `/desk/team/${(await onDuty(here)).member}/leave`,
    sent: { body: { from: '2026-01-06', to: '2026-01-07', reason: '请假' } },
  }),
  'DELETE /desk/team/:id/leave/:leave': async (_c, _s, _cast, here) => ({ path: `/desk/team/${await onLeave(here)}` }),
  'POST /desk/handovers': (_c, _s, _cast, { places }) => ({
    path: '/desk/handovers',
    sent: { body: { fromPlace: places.center, toPlace: places.station, kind: 'other', title: '一件事', text: '情况' } },
  }),
  'POST /desk/handovers/:id/:step': async (_c, _s, _cast, here) => ({
    path: `/desk/handovers/${await sent(here)}/take`,
    sent: { body: { note: '', version: 1 } },
  }),
  'GET /desk/network/coverage': () => ({ path: '/desk/network/coverage' }),
  'POST /desk/network/what-if': (_c, _s, _cast, { places }) => ({
    path: '/desk/network/what-if',
    sent: { body: { wish: WISH, edits: [{ kind: 'close', id: places.station }] } },
  }),
  'POST /desk/network/plan/:format': (_c, _s, _cast, { places }) => ({
    path: '/desk/network/plan/xlsx',
    sent: { body: { wish: WISH, edits: [{ kind: 'close', id: places.station }] } },
  }),
  'GET /desk/network/contours': () => ({ path: '/desk/network/contours?half=20' }),
  'POST /desk/network/siting': () => ({
    path: '/desk/network/siting',
    sent: { body: { goal: 'coverMost', seconds: 1 } },
  }),
}
