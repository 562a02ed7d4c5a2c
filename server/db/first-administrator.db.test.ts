import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInStaff } from '../actions/session/sign-in-staff.ts'
import { input, testParts, type TestParts } from '../actions/testing/test-parts.ts'
import { hashPassword } from '../identity/password/hash.ts'
import { letAdministratorIn } from './first-administrator.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'

const PASSWORD = 'abc2-def3-ghj4'
let parts: TestParts
let empty: TestDatabase
let passwordHash: string
beforeAll(async () => {
  parts = await testParts()
  empty = await testDatabase()
  passwordHash = (await hashPassword(PASSWORD, { N: 2 ** 10, r: 8, p: 1 })) as string
})
afterAll(async () => {
  await parts.close()
  await empty.drop()
})
const enter = (login: string) => signInStaff(parts, parts.nobody, input({ body: { login, password: PASSWORD } }))

test('an empty database wants its district named, and then has an administrator', async () => {
  const order = { login: 'zhang', name: '张三', passwordHash }
  expect(await letAdministratorIn(empty.connection, order)).toBe('noDistrict')
  expect(
    await letAdministratorIn(empty.connection, { ...order, district: { code: '620171', name: '某区司法局' } }),
  ).toBe('opened')
  expect(await letAdministratorIn(empty.connection, order)).toBe('renewed')
})

test('the account signs in once with the first password, and has to choose its own and a second factor', async () => {
  expect(await letAdministratorIn(parts.database.connection, { login: 'li', name: '李四', passwordHash })).toBe(
    'opened',
  )
  expect(await enter('li')).toMatchObject({
    ok: true,
    value: { name: '李四', mustChangePassword: true, secondFactor: 'toEnrol', roles: [{ role: 'administrator' }] },
  })
})

test("an account that is no administrator's is left alone", async () => {
  await parts.addStaff('wang', [{ role: 'clerk', placeId: parts.places.center }])
  expect(await letAdministratorIn(parts.database.connection, { login: 'wang', name: '王五', passwordHash })).toBe(
    'notAdministrator',
  )
})
