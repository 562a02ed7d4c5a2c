/// <reference types="node" />
import type { StaffMe } from '@fatong/contract/desk/session.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { uuidOf } from './mock-ids.ts'

export interface MockStaff {
  me: StaffMe
  actor: Actor
  password: string
  totp: string | null
  secret?: string
}
export const CENTRE = uuidOf('place centre'),
  STATION = uuidOf('place station'),
  FIRM = uuidOf('place firm'),
  DISTRICT = uuidOf('place district')
export const PLACE_NAMES: Record<string, string> = {
  [CENTRE]: '兰州新区公共法律服务中心',
  [STATION]: '中川镇公共法律服务工作站',
  [FIRM]: '甘肃陇源（样例）律师事务所',
  [DISTRICT]: '兰州新区司法局',
}
export const PASSWORD = 'Sample-2026-pass'

function staff(
  login: string,
  name: string,
  placeId: string,
  roles: Role[],
  more: Partial<MockStaff> = {},
): [string, MockStaff] {
  const id = uuidOf(`staff ${login}`)
  return [
    login,
    {
      me: {
        staffId: id,
        login,
        name,
        mustChangePassword: false,
        secondFactor: more.totp ? 'done' : 'none',
        roles: roles.map((role) => ({ role, placeId, placeName: PLACE_NAMES[placeId] ?? '' })),
        orgName: placeId === FIRM ? (PLACE_NAMES[FIRM] ?? null) : null,
        sampleMode: true,
      },
      actor: { kind: 'staff', id, name, roles, placeId, channel: 'desk' },
      password: PASSWORD,
      totp: null,
      ...more,
    },
  ]
}

export const newStaff = (): Map<string, MockStaff> => {
  const fresh = staff('xinren', '新来的', CENTRE, ['administrator'], { password: 'first-1234' })
  fresh[1].me = { ...fresh[1].me, mustChangePassword: true, secondFactor: 'toEnrol' }
  return new Map([
    staff('chenxm', '陈晓梅', CENTRE, ['clerk', 'reviewer']),
    staff('magq', '马国强', CENTRE, ['approver', 'assigner', 'director'], { totp: '123456' }),
    staff('linsh', '林书航', FIRM, ['lawyer']),
    staff('sunlq', '孙立群', FIRM, ['firmManager']),
    staff('shenrl', '沈若兰', FIRM, ['lawyer']),
    staff('admin', '周海燕', CENTRE, ['administrator', 'director']),
    fresh,
  ])
}
