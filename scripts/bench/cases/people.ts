import type { Instant } from '@fatong/law/calendar/dates.ts'
import { totpCode } from '../../../server/identity/totp/totp.ts'
import { HttpConnection, cookieOf, jsonOf } from './http-client.ts'
import { idNumberOf, nameOf, phoneOf } from './invented.ts'
import type { Service } from './service.ts'
import { inParallel } from './statistics.ts'

export interface Citizen {
  n: number
  cookie: string
}
export interface People {
  clerk: string
  approver: string
  assigner: string
  citizens: Citizen[]
}

/** Signs in sample staff with what their accounts file says. */
export async function signInStaff(service: Service): Promise<Omit<People, 'citizens'>> {
  const text = service.sampleAccounts()
  const password = /password of all accounts: (\S+)/.exec(text)?.[1]
  if (!password) throw new Error('the accounts file names no password')
  const connection = new HttpConnection(service.port)
  const one = async (login: string): Promise<string> => {
    const secret = new RegExp(`\\n${login} +.*\\n.*second factor: (\\S+)`).exec(text)?.[1]
    const body = JSON.stringify({
      login,
      password,
      ...(secret ? { totp: totpCode(secret, Date.now() as Instant) } : {}),
    })
    const reply = await connection.request({ method: 'POST', path: '/api/desk/session', headers: json, body })
    jsonOf(reply, `sign-in of ${login}`)
    return cookieOf(reply)
  }
  const people = { clerk: await one('shouli'), approver: await one('shenpi'), assigner: await one('zhipai') }
  connection.close()
  return people
}

/** The desk's list shows the last hundred texts. */
const AT_ONCE = 50
export const json = { 'content-type': 'application/json' }

/** Signs in citizens with phone and code; the code is read where a person at the desk would read it out. */
export async function signInCitizens(service: Service, clerk: string, from: number, count: number): Promise<Citizen[]> {
  const connections = Array.from({ length: 8 }, () => new HttpConnection(service.port))
  const send =
    (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: object) =>
    async (connection: HttpConnection) =>
      connection.request({
        method,
        path,
        headers: { ...json, ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
  const free = [...connections]
  const withConnection = async <T>(work: (connection: HttpConnection) => Promise<T>): Promise<T> => {
    const connection = free.pop()!
    try {
      return await work(connection)
    } finally {
      free.push(connection)
    }
  }
  const citizens: Citizen[] = []
  for (let start = from; start < from + count; start += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, from + count - start) }, (_, i) => start + i)
    const masked = await inParallel(
      group,
      connections.length,
      async (n) =>
        jsonOf<{ sentTo: string }>(
          await withConnection(send('POST', '/api/citizen/code', {}, { phone: phoneOf(n) })),
          'asking for a code',
        ).sentTo,
    )
    const { items } = jsonOf<{ items: { to: string; text: string }[] }>(
      await withConnection(send('GET', '/api/desk/simulated-sms', { cookie: clerk })),
      'simulated texts',
    )
    const codes = new Map(items.toReversed().map(({ to, text }) => [to, /(\d{6})/.exec(text)?.[1]]))
    citizens.push(
      ...(await inParallel(
        group.map((n, i) => ({ n, code: codes.get(masked[i]!) })),
        connections.length,
        async ({ n, code }) => {
          const reply = await withConnection(
            send('POST', '/api/citizen/session', {}, { phone: phoneOf(n), code, name: nameOf(n) }),
          )
          jsonOf(reply, 'sign-in of a citizen')
          return { n, cookie: cookieOf(reply) }
        },
      )),
    )
  }
  for (const connection of connections) connection.close()
  return citizens
}
export const applicantOf = ({ n }: Citizen) => ({ name: nameOf(n), idNumber: idNumberOf(n), phone: phoneOf(n) })
