import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Problem } from '@fatong/contract/errors.ts'
import type { Method } from '@fatong/contract/route.ts'

export type Reply = LightMyRequestResponse
export interface Sent {
  body?: object | Buffer
  headers?: Record<string, string>
  /** an address of one's own, for limits by address */
  from?: string
}

/** A browser with its cookies: sends what a page of ours would send, and nothing else. */
export class Client {
  readonly cookies = new Map<string, string>()
  constructor(
    private readonly app: FastifyInstance,
    private readonly address = '10.1.0.1',
  ) {}

  async send(method: Method, url: string, { body, headers = {}, from = this.address }: Sent = {}): Promise<Reply> {
    const request: InjectOptions = {
      method,
      url: `/api${url}`,
      remoteAddress: from,
      headers: {
        ...(method === 'GET' ? {} : { 'x-fatong': '1' }),
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    }
    const reply = await this.app.inject(request)
    for (const { name, value } of reply.cookies) this.cookies.set(name, value)
    return reply
  }

  get = (url: string, sent?: Sent): Promise<Reply> => this.send('GET', url, sent)
  post = (url: string, body: object | Buffer = {}, sent?: Sent): Promise<Reply> =>
    this.send('POST', url, { body, ...sent, headers: { 'idempotency-key': randomUUID(), ...sent?.headers } })
}

/** The reply's JSON; throws with the whole reply when it is not the expected status. */
export function ok<T>(reply: Reply, status = 200): T {
  if (reply.statusCode !== status)
    throw new Error(`${reply.raw.req.url ?? ''}: ${reply.statusCode} ${reply.body.slice(0, 400)}`)
  return reply.json()
}
export const problemOf = (reply: Reply): Problem => reply.json()
