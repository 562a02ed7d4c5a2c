import { expect, it } from 'vitest'
import { queuesFor } from './queues.ts'
import type { Role } from '../vocabulary.ts'

const withRoles = (...roles: Role[]) => ({
  staffId: '1',
  login: 'x',
  name: 'x',
  mustChangePassword: false,
  secondFactor: 'none' as const,
  orgName: null,
  sampleMode: true,
  roles: roles.map((role) => ({ role, placeId: 'p', placeName: 'p' })),
})

it('starts each role where its day starts', () => {
  expect(queuesFor(withRoles('clerk'))[0]).toBe('mine')
  expect(queuesFor(withRoles('firmManager'))[0]).toBe('handling')
  expect(queuesFor(withRoles('bureauOfficer'))[0]).toBe('objection')
  expect(queuesFor(withRoles('lawyer'))).not.toContain('accept')
  expect(queuesFor(withRoles())).toEqual(['mine'])
})
