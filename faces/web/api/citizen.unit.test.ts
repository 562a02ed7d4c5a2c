import { ROUTES } from '@fatong/contract/routes.ts'
import { expect, test } from 'vitest'
import { api } from './citizen.ts'

test.each(Object.entries(api))('%s is a route of the contract', (_, call) => {
  expect(ROUTES.map((route) => route.id)).toContain(call.id)
})
