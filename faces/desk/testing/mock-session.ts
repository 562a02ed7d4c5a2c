/// <reference types="node" />
import { uuidOf } from './mock-ids.ts'
import type { Handlers } from './mock-handlers.ts'
import { Refused } from './mock-world.ts'

const SECRET = 'JBSWY3DPEHPK3PXP'

export const SESSION: Handlers = {
  'POST /desk/session': (world, { body, setSession }) => {
    const typed = body as { login: string; password: string; totp?: string }
    const person = world.staff.get(typed.login)
    if (!person || person.password !== typed.password) throw new Refused('wrongCredentials')
    if (person.totp && typed.totp === undefined) throw new Refused('secondFactorNeeded')
    if (person.totp && typed.totp !== person.totp) throw new Refused('wrongSecondFactor')
    const token = uuidOf(`${typed.login} ${world.sessions.size}`)
    world.sessions.set(token, typed.login)
    setSession(token)
    return person.me
  },
  'GET /desk/me': (_world, { person }) => person.me,
  'DELETE /desk/session': (world, { session, setSession }) => {
    world.sessions.delete(session ?? '')
    setSession(null)
    return {}
  },
  'POST /desk/password': (_world, { body, person }) => {
    const { current, next } = body as { current: string; next: string }
    if (current !== person.password) throw new Refused('wrongCredentials')
    if (next.length < 10) throw new Refused('weakPassword')
    person.password = next
    person.me = { ...person.me, mustChangePassword: false }
    return {}
  },
  'POST /desk/totp': () => ({
    secret: SECRET,
    uri: `otpauth://totp/Fatong:me?secret=${SECRET}&issuer=Fatong`,
    qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  }),
  'POST /desk/totp/confirm': (_world, { body, person }) => {
    if ((body as { totp: string }).totp !== '123456') throw new Refused('wrongSecondFactor')
    person.totp = '123456'
    person.me = { ...person.me, secondFactor: 'done' }
    return person.me
  },
  'GET /desk/sessions': (world) => ({
    items: [
      {
        id: 's1',
        device: '办公室电脑 · Chrome',
        createdAt: world.now - 3_600_000,
        lastSeenAt: world.now,
        current: true,
      },
      {
        id: 's2',
        device: '手机 · 微信',
        createdAt: world.now - 86_400_000,
        lastSeenAt: world.now - 7_200_000,
        current: false,
      },
    ],
  }),
  'DELETE /desk/sessions/:id': () => ({}),
}
