/// <reference types="node" />
/** The API in memory, for this face's own journeys: every request and reply is checked by the contract's schemas. */
import { ERRORS, type ErrorCode } from '@fatong/contract/errors.ts'
import type { Route } from '@fatong/contract/route.ts'
import { ROUTES } from '@fatong/contract/routes.ts'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { HANDLERS, type Asked } from './mock-handlers.ts'
import { Refused } from './refused.ts'
import { newWorld, type World } from './mock-world.ts'

const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
export type Assess = (facts: Record<string, unknown>) => unknown

export interface MockApi {
  url: string
  world: World
  close: () => Promise<void>
}

/** Serves the built pages and the API. `assess` answers POST /eligibility. */
export async function startMockApi(dist: string, assess: Assess): Promise<MockApi> {
  const world = newWorld()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('Content-Security-Policy', CSP)
    const served = url.pathname.startsWith('/api/')
      ? api(world, assess, request, response, url)
      : page(dist, response, url.pathname, /\bbr\b/.test(String(request.headers['accept-encoding'])))
    served.catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function page(dist: string, response: ServerResponse, path: string, brotli: boolean): Promise<void> {
  const known = path.startsWith('/assets/') || path === '/favicon.svg'
  const file = join(dist, known ? normalize(path) : 'index.html')
  const small = brotli ? await readFile(`${file}.br`).catch(() => null) : null
  const bytes = small ?? (await readFile(file).catch(() => null))
  if (small) response.setHeader('Content-Encoding', 'br')
  if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  response.statusCode = bytes ? 200 : 404
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
  response.end(bytes ?? '')
}

async function api(
  world: World,
  assess: Assess,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const bytes = await bodyOf(request)
  try {
    const [route, params] = routeFor(request.method ?? 'GET', url.pathname.slice(4))
    const asked = ask(route, params, url, request, bytes)
    const key = asked.header('idempotency-key')
    if (route.idempotent && key) {
      const before = world.answered.get(key)
      if (before && before.body !== bytes.toString()) throw new Refused('keyReused')
      if (before) return send(response, 200, before.reply)
    }
    const answer =
      route.id === 'POST /eligibility'
        ? {
            value: { assessment: assess((asked.body as { facts: Record<string, unknown> }).facts), asOf: '2026-11-23' },
          }
        : HANDLERS[route.id]?.(world, asked)
    if (!answer) throw new Refused('notFound')
    const reply = route.reply.parse(answer.value)
    if (route.idempotent && key) world.answered.set(key, { body: bytes.toString(), reply })
    if ('setSession' in answer && answer.setSession)
      response.setHeader('Set-Cookie', `session=${answer.setSession}; Path=/; HttpOnly; SameSite=Lax`)
    if (route.id === 'POST /applications' && world.loseAnswer) {
      world.loseAnswer = false
      request.socket.destroy()
      return
    }
    send(response, 200, reply)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    send(response, ERRORS[error.code].status, {
      type: 'about:blank',
      title: error.code,
      status: ERRORS[error.code].status,
      code: error.code satisfies ErrorCode,
      detail: error.message,
      ...(Object.keys(error.fields).length > 0 ? { fields: error.fields } : {}),
    })
  }
}

function ask(route: Route, params: Record<string, string>, url: URL, request: IncomingMessage, bytes: Buffer): Asked {
  const header = (name: string): string | undefined => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : undefined
  }
  if (request.method !== 'GET' && header('x-fatong') !== '1') throw new Refused('crossSite')
  if (route.idempotent && !header('idempotency-key')) throw new Refused('keyNeeded')
  const upload = route.consumes !== undefined
  const query = route.query.safeParse(Object.fromEntries(url.searchParams))
  const body = upload ? null : route.body.safeParse(bytes.length > 0 ? JSON.parse(bytes.toString()) : {})
  const wrong = [route.params.safeParse(params), query, body].flatMap((part) =>
    part && !part.success ? part.error.issues : [],
  )
  if (wrong.length > 0)
    throw new Refused('malformed', Object.fromEntries(wrong.map((issue) => [issue.path.join('.'), issue.message])))
  const session = /(?:^|; )session=([^;]+)/.exec(header('cookie') ?? '')?.[1]
  return {
    params,
    query: (query.data ?? {}) as Record<string, string>,
    body: body?.data,
    file: upload ? bytes : null,
    header,
    session,
  }
}

function routeFor(method: string, path: string): [Route, Record<string, string>] {
  for (const route of ROUTES) {
    if (route.method !== method) continue
    const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '')
    const match = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`).exec(path)
    if (match)
      return [route, Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]))]
  }
  throw new Refused('notFound')
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(body))
}
