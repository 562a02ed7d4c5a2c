import { expect, test } from 'vitest'
import { mayBeHeldAt } from './role-places.ts'
import { PLACE_KINDS, ROLES, type PlaceKind, type Role } from './vocabulary.ts'

const kindsOf = (role: Role) => (Object.keys(PLACE_KINDS) as PlaceKind[]).filter((kind) => mayBeHeldAt(role, kind))

test('opinion, decision and assignment belong to the centre or the bureau (法律援助法 12、43)', () => {
  for (const role of ['reviewer', 'approver', 'assigner', 'director'] as const)
    expect(kindsOf(role)).toEqual(['district', 'center'])
})
test('whoever takes in, helps, handles or watches may sit anywhere', () => {
  const free = (Object.keys(ROLES) as Role[]).filter((role) => kindsOf(role).length === Object.keys(PLACE_KINDS).length)
  expect(free).toEqual(expect.arrayContaining(['clerk', 'stationStaff', 'legalLiaison', 'lawyer', 'administrator']))
  expect(free).toHaveLength(Object.keys(ROLES).length - 4)
})
