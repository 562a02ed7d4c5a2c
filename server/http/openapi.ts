import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ERRORS, Problem } from '@fatong/contract/errors.ts'
import type { Route } from '@fatong/contract/route.ts'
import { ROUTES } from '@fatong/contract/routes.ts'

type Json = Record<string, unknown>
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io }) as Json

function parametersOf(route: Route): Json[] {
  const from = (schema: z.ZodType, where: 'path' | 'query'): Json[] => {
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Record<string, Json>
      required?: string[]
    }
    return Object.entries(properties).map(([name, s]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: s,
    }))
  }
  const headers: Json[] = []
  if (route.method !== 'GET') headers.push({ name: 'X-Fatong', in: 'header', required: true, schema: { const: '1' } })
  if (route.idempotent)
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
    })
  if (route.ifMatch)
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description: 'version from the ETag of the last read',
    })
  if (route.audience === 'draft')
    headers.push({ name: 'X-Draft-Secret', in: 'header', required: true, schema: { type: 'string' } })
  return [...from(route.params, 'path'), ...from(route.query, 'query'), ...headers]
}

function operationOf(route: Route): Json {
  const produces = route.produces ?? 'application/json'
  const operation: Json = {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:]+(\w)/g, (_m, c: string) => c.toUpperCase())}`,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    'x-audience': route.audience,
    parameters: parametersOf(route),
    responses: {
      200: {
        description: '成功',
        content: { [produces]: produces === 'application/json' ? { schema: schemaOf(route.reply, 'output') } : {} },
      },
      default: {
        description: '问题（RFC 9457）',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
  if (route.consumes) operation['requestBody'] = { required: true, content: { [route.consumes]: {} } }
  else if (route.method !== 'GET' && route.method !== 'DELETE')
    operation['requestBody'] = {
      required: true,
      content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
    }
  return operation
}

/** OpenAPI 3.1 document of the contract. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {}
  for (const route of ROUTES) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
    ;(paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route)
  }
  return {
    openapi: '3.1.0',
    info: { title: '法通 API', version: '1', description: '公共法律服务平台' },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  }
}

const escape = (s: string) =>
  s.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

/** A wide table moves inside its own box on a narrow screen, by the keyboard too; the page itself stays as wide as the screen. */
const scrolling = (heading: string) => `<div class="wide" role="region" tabindex="0" aria-labelledby="${heading}">`

function readablePage(): string {
  const rows = ROUTES.map(
    (r) =>
      `<tr><td><code>${r.method}</code></td><td><code>/api${escape(r.path)}</code></td><td>${escape(r.summary)}</td><td>${r.audience}</td><td>${[r.idempotent && 'Idempotency-Key', r.ifMatch && 'If-Match'].filter(Boolean).join(', ')}</td></tr>`,
  )
  const errors = Object.entries(ERRORS).map(
    ([code, e]) => `<tr id="${code}"><td><code>${code}</code></td><td>${e.status}</td><td>${escape(e.says)}</td></tr>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>法通 API</title><link rel="stylesheet" href="/api/page.css"></head><body><main>
<h1>法通 API</h1><p>机器可读：<a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。除 GET 外都要带 <code>X-Fatong: 1</code>。</p>
<h2 id="routes">接口</h2>${scrolling('routes')}<table><thead><tr><th>方法</th><th>路径</th><th>做什么</th><th>谁能用</th><th>请求头</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>
<h2 id="errors">错误码</h2>${scrolling('errors')}<table><thead><tr><th>code</th><th>HTTP</th><th>说明</th></tr></thead><tbody>${errors.join('')}</tbody></table></div></main></body></html>`
}
const pageStyle =
  'body{font:16px/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2733}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #d8dee6;padding:.35rem .6rem;text-align:left;vertical-align:top}code{background:#f1f4f8;padding:0 .25em;border-radius:3px}.wide{overflow-x:auto}'

/** `/api/openapi.json`, `/api/` for people, `/api/health` for watchdogs. */
export function describeApi(app: FastifyInstance): void {
  let document: string | undefined
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json').send((document ??= JSON.stringify(openApiDocument()))),
  )
  const page = readablePage()
  for (const path of ['/api', '/api/', '/api/problems'])
    app.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  app.get('/api/page.css', (_request, reply) => reply.type('text/css').send(pageStyle))
  app.get('/api/health', (_request, reply) => reply.send({ ok: true }))
}
