/// <reference types="node" />
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { uuidOf } from './mock-ids.ts'
import { CENTRE, FIRM, PLACE_NAMES, STATION } from './mock-people.ts'
import type { Handlers } from './mock-handlers.ts'
import { Refused } from './mock-world.ts'

const hours = SAMPLE_OFFICE.weekly.map((day) => day.map(({ open, close }) => ({ open, close })))
const place = (id: string, code: string, kind: 'center' | 'station' | 'firm', parentId: string | null) => ({
  id,
  code,
  name: PLACE_NAMES[id] ?? '',
  kind,
  parentId,
  managedBy: null,
  address: '甘肃省兰州新区中川大道',
  phone: '0931-8250148',
  lon: 103.61,
  lat: 36.52,
  crs: 'WGS84' as const,
  approximate: true,
  public: kind !== 'firm',
  hours: kind === 'firm' ? null : hours,
  active: true,
})
const PLACES = [
  place(CENTRE, '620171', 'center', null),
  place(STATION, '620171101', 'station', CENTRE),
  place(FIRM, 'firm1', 'firm', null),
]
const PARAMETERS = [
  {
    key: 'threshold.urban',
    label: '经济困难标准：城镇，每人每月（元）',
    value: 1440,
    from: '2025-01-01',
    to: null,
    source: '样例：未取得公布数',
    level: '设计',
  },
  {
    key: 'coversSeverance',
    label: '经济补偿、赔偿金是否纳入范围',
    value: false,
    from: '2023-05-01',
    to: null,
    source: '平台口径',
    level: '设计',
  },
]
const tables = KNOWN_CALENDAR.map(({ year, source, holidays, makeUpWorkdays }) => ({
  year,
  source,
  holidays: [...holidays],
  makeUpWorkdays: [...makeUpWorkdays],
}))
const importedTable = {
  year: 2027,
  source: '国办发明电〔2026〕X号',
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
  makeUpWorkdays: ['2027-01-09'],
}

/** Administration: fixed answers; what was sent is kept in world.saved for the test to look at. */
export const ADMIN: Handlers = {
  'GET /desk/admin/places': () => ({ items: PLACES }),
  'PUT /desk/admin/places/:id': (_w, { params, body }) => {
    const { confirmMove, ...place } = body as { lon: number | null; lat: number | null; confirmMove?: boolean }
    if (place.lon !== null && place.lon < (place.lat ?? 0))
      throw new Refused('malformed', { fields: { lon: '经度和纬度写反了（经度 36、纬度 103）。请把两个对调' } })
    if (place.lat === 36.02 && confirmMove !== true)
      throw new Refused('malformed', {
        fields: { confirmMove: '离原来的位置有 56 公里。没有搬那么远，就请核对经度和纬度有没有抄错' },
      })
    return { id: params['id'], ...place, lost: 0 }
  },
  'GET /desk/admin/staff': (world) => ({
    items: [...world.staff.values()].map(({ me }) => ({
      id: me.staffId,
      login: me.login,
      name: me.name,
      active: true,
      phoneMasked: '139****0001',
      orgId: me.roles[0]?.placeId ?? null,
      orgName: me.roles[0]?.placeName ?? null,
      secondFactor: me.secondFactor === 'done',
      lockedUntil: null,
      roles: me.roles,
      profile: {},
    })),
    next: null,
  }),
  'POST /desk/admin/staff': (_w, { body }) => ({
    staff: {
      id: uuidOf('new'),
      active: true,
      phoneMasked: null,
      orgName: null,
      secondFactor: false,
      lockedUntil: null,
      roles: [],
      profile: {},
      ...(body as { login: string; name: string; orgId: string | null }),
    },
    initialPassword: 'Xk7-first-2026',
  }),
  'PUT /desk/admin/staff/:id': (_w, { params, body }) => ({
    id: params['id'],
    login: 'chenxm',
    phoneMasked: null,
    orgName: null,
    secondFactor: false,
    lockedUntil: null,
    ...(body as object),
    roles: (body as { roles: { role: string; placeId: string }[] }).roles.map((r) => ({
      ...r,
      placeName: PLACE_NAMES[r.placeId] ?? '',
    })),
  }),
  'POST /desk/admin/staff/:id/password': () => ({ initialPassword: 'Np4-reset-2026' }),
  'GET /desk/admin/calendar': () => ({ tables, unknownFrom: '2027-01-01' }),
  'POST /desk/admin/calendar/import': (_w, { body }) => {
    const { notice, confirm } = body as { notice: string; confirm: boolean }
    return notice.includes('元旦')
      ? { table: importedTable, problems: [], saved: confirm, lost: 0 }
      : { table: null, problems: ['没有找到元旦的放假日期'], saved: false, lost: 0 }
  },
  'GET /desk/admin/parameters': () => ({ items: PARAMETERS }),
  'POST /desk/admin/parameters/replay': () => ({
    replayed: 42,
    changed: [
      { number: 'LX202600102', before: '不符合', after: '符合', why: '人均收入 1,500 元，低于新标准 1,600 元' },
    ],
    problems: [],
    token: 'token-1',
  }),
  'POST /desk/admin/parameters': () => ({ items: PARAMETERS }),
  'GET /desk/admin/settings': () => ({
    agencyShort: '新法援',
    cutOffMinutes: 1080,
    supplementDays: 7,
    assignmentPolicy: 'precise',
    retention: { draftDays: 30, auditDays: 1095, smsDays: 90 },
    officeHours: hours,
  }),
  'PUT /desk/admin/settings': (_w, { body }) => ({ ...(body as object), lost: 0 }),
  'GET /desk/admin/templates': () => ({
    items: [
      {
        kind: 'grantAid',
        title: '给予法律援助决定书',
        version: 2,
        custom: true,
        updatedAt: Date.parse('2026-11-01T02:00:00Z'),
      },
      { kind: 'assignment', title: '指派通知书', version: 1, custom: false, updatedAt: null },
    ],
  }),
  'POST /desk/admin/templates/:kind': () => ({ ok: false, problems: ['模板里的“{案号}”不认识，应为“{案件编号}”'] }),
  'GET /desk/simulated-sms': () => ({
    items: [
      {
        id: '1',
        to: '139****1234',
        text: '【法通】您的申请已受理，今天 18:00 前会作出决定。',
        at: Date.parse('2026-11-23T02:20:00Z'),
      },
    ],
  }),
  'GET /desk/admin/audit': () => ({
    items: Array.from({ length: 60 }, (_, i) => ({
      at: Date.parse('2026-11-23T07:00:00Z') - i * 61_000,
      actor: '陈晓梅',
      action: i % 3 === 0 ? 'unmask' : 'read',
      subject: 'case',
      caseNumber: `LX2026${String(101 + (i % 9)).padStart(5, '0')}`,
      fields: ['idNumber', 'phone'],
      why: i % 3 === 0 ? '核对身份' : null,
    })),
    next: null,
  }),
  'GET /desk/admin/dead-letters': () => ({
    items: [
      {
        id: 'd1',
        channel: 'sms',
        attempts: 8,
        lastError: '运营商拒收：空号',
        at: Date.parse('2026-11-23T01:00:00Z'),
        caseNumber: 'LX202600101',
      },
    ],
  }),
  'POST /desk/admin/dead-letters/:id/retry': () => ({}),
}
