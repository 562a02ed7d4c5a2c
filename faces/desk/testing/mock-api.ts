/// <reference types="node" />
/** The API in memory, driven by the real rules of casework; every request and reply is checked by the contract's schemas. */
import { ERRORS, type ErrorCode } from '@fatong/contract/errors.ts'
import type { Route } from '@fatong/contract/route.ts'
import { ROUTES } from '@fatong/contract/routes.ts'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { pdfOf, pngSheet } from './files.ts'
import { TITLES } from './mock-cases.ts'
import { HANDLERS } from './mock-handlers.ts'
import { Refused, caseOf, newWorld, type World } from './mock-world.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
const policy = (nonce: string) =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'self'`

export interface MockApi {
  url: string
  world: World /** begins anew, with nobody signed in; the address stays, so that a browser keeps what it has loaded */
  renew: () => void
  close: () => Promise<void>
}

/** Serves the built desk under /desk/ with a stricter policy than the real server's, and the API. */
export async function startMockApi(dist: string): Promise<MockApi> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const served = url.pathname.startsWith('/api/')
      ? answer(mock.world, request, response, url)
      : page(dist, response, url.pathname)
    served.catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const mock: MockApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/desk/`,
    world: newWorld(),
    renew() {
      server.closeAllConnections()
      mock.world = newWorld()
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return mock
}

async function page(dist: string, response: ServerResponse, path: string): Promise<void> {
  const asset = /^\/desk\/(assets\/.+)$/.exec(path)?.[1]
  const file = join(dist, asset === undefined ? 'index.html' : normalize(asset))
  const nonce = randomBytes(12).toString('base64')
  const bytes = await readFile(file).catch(() => null)
  response.writeHead(bytes ? 200 : 404, {
    'Content-Type': bytes ? (TYPES[extname(file)] ?? 'application/octet-stream') : 'text/plain',
    'Content-Security-Policy': policy(nonce),
    'Cache-Control': asset === undefined ? 'no-cache' : 'max-age=31536000, immutable',
  })
  response.end(asset === undefined ? bytes?.toString().replaceAll('__CSP_NONCE__', nonce) : (bytes ?? 'nothing here'))
}

const FILES: Record<string, (world: World, params: Record<string, string>) => { type: string; bytes: Buffer }> = {
  'GET /desk/cases/:id/materials/:material': (world, params) =>
    caseOf(world, params['id'] ?? '').open.materials.find((m) => m.id === params['material'])?.mediaType ===
    'application/pdf'
      ? { type: 'application/pdf', bytes: pdfOf('转账记录', ['2026年6月 微信转账 3,000 元']) }
      : { type: 'image/png', bytes: pngSheet() },
  'GET /desk/cases/:id/documents/:document': () => ({
    type: 'application/pdf',
    bytes: pdfOf('法律援助文书', ['马有财：', '你的申请我们收到了。']),
  }),
  'GET /desk/cases/:id/file/:paper/:version': () => ({
    type: 'application/pdf',
    bytes: pdfOf('卷宗材料', ['按案件经过制成。']),
  }),
  'POST /desk/cases/:id/preview/:command': (_world, { command }) => {
    // As the server: a command that issues nothing has nothing to look at.
    if (!((command ?? '') in TITLES)) throw new Refused('notFound')
    return { type: 'application/pdf', bytes: pdfOf('预览', ['这是预览，还没有编号。']) }
  },
  'POST /desk/network/plan/:format': (_world, { format }) => ({
    type: 'application/octet-stream',
    bytes: Buffer.from(format === 'pdf' ? '%PDF-1.3' : 'PK'),
  }),
  'GET /desk/admin/templates/:kind': () => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: Buffer.from('PK'),
  }),
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const file = Buffer.concat(chunks)
  const json = (status: number, body: unknown) => {
    response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' })
    response.end(JSON.stringify(body))
  }
  try {
    if (request.headers['x-fatong'] !== '1') throw new Refused('crossSite')
    const [route, params] = routeFor(request.method ?? 'GET', url.pathname.slice(4))
    const session = /(?:^|; )desk=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
    const person = world.staff.get(world.sessions.get(session ?? '') ?? '')
    if (route.audience === 'staff' && !person) throw new Refused('signInNeeded')
    if (route.id === 'GET /desk/changes') {
      listen(world, response)
      return
    }
    const sent = FILES[route.id]?.(world, params)
    if (sent) {
      response.writeHead(200, { 'Content-Type': sent.type })
      response.end(sent.bytes)
      return
    }
    const query = checked(route.query, Object.fromEntries(url.searchParams)),
      body = route.consumes ? undefined : checked(route.body, file.length > 0 ? JSON.parse(file.toString()) : {})
    const key = request.headers['idempotency-key']
    if (route.idempotent && typeof key !== 'string') throw new Refused('keyNeeded')
    const before = typeof key === 'string' ? world.answered.get(key) : undefined
    if (before && before.body !== file.toString()) throw new Refused('keyReused')
    if (before) {
      json(before.status, before.reply)
      return
    }
    const setSession = (value: string | null) =>
      response.setHeader(
        'Set-Cookie',
        `desk=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict${value === null ? '; Max-Age=0' : ''}`,
      )
    const made = HANDLERS[route.id]?.(world, {
      params,
      query: query as Record<string, unknown>,
      body,
      file,
      version: request.headers['if-match'],
      person: person as never,
      session,
      setSession,
    })
    if (made === undefined) throw new Refused('notFound')
    if (route.method !== 'GET') world.saved.push({ route: route.id, body })
    const reply = route.reply.parse(made)
    if (typeof key === 'string') world.answered.set(key, { body: file.toString(), status: 200, reply })
    json(200, reply)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { status, says } = ERRORS[error.code as ErrorCode]
    json(status, {
      type: 'about:blank',
      title: says,
      status,
      code: error.code,
      detail: error.more.detail ?? says,
      ...(error.more.fields ? { fields: error.more.fields } : {}),
      ...(error.more.refusal ? { refusal: error.more.refusal } : {}),
    })
  }
}

function checked(schema: Route['body'], value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw new Refused('malformed', {
      fields: Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message])),
    })
  return parsed.data
}

function listen(world: World, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write('event: ping\ndata: {}\n\n')
  world.listeners.add(response)
  response.on('close', () => world.listeners.delete(response))
}

function routeFor(method: string, path: string): [Route, Record<string, string>] {
  // As in the real server a fixed part of an address wins over a parameter.
  const candidates = ROUTES.filter((route) => route.method === method).sort(
    (a, b) => a.path.split(':').length - b.path.split(':').length,
  )
  for (const route of candidates) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '')
    const match = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`).exec(path)
    if (match)
      return [route, Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')]))]
  }
  throw new Refused('notFound')
}
