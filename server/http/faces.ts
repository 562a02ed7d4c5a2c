import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { withEarlyFiles, type EarlyFiles } from './early-files.ts'
import { problem } from './problems.ts'
import { sendProblem } from './replies.ts'

/** Folders with the built faces. */
export interface FaceFolders {
  web: string
  desk: string
}

const notBuilt =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>法通</title><p>页面还没有构建好。请运行 npm run build 后重新启动。</p></html>'

/** Built pages: hashed assets for ever, the page itself never from a cache; unknown paths open the face's own router. */
export async function serveFaces(app: FastifyInstance, folders: FaceFolders): Promise<void> {
  const pages = { web: pageOf(folders.web), desk: pageOf(folders.desk) }
  const assets = (prefix: string, root: string, decorate: boolean) =>
    existsSync(root)
      ? app.register(fastifyStatic, {
          root,
          prefix,
          decorateReply: decorate,
          index: false,
          immutable: true,
          maxAge: '365d',
          wildcard: true,
          preCompressed: true,
          cacheControl: true,
        })
      : Promise.resolve()
  await assets('/assets/', join(folders.web, 'assets'), true)
  await assets('/desk/assets/', join(folders.desk, 'assets'), false)
  const icon = join(folders.web, 'favicon.svg')
  if (existsSync(icon)) {
    const bytes = readFileSync(icon)
    app.get('/favicon.svg', (_request, reply) =>
      reply.type('image/svg+xml').header('Cache-Control', 'max-age=86400').send(bytes),
    )
  }
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/') || request.method !== 'GET') return sendProblem(reply, problem('notFound'))
    if (request.url === '/desk' || request.url.startsWith('/desk/'))
      return sendPage(reply, pages.desk().html.replaceAll('__CSP_NONCE__', reply.styleNonce))
    const { html, early } = pages.web()
    return sendPage(reply, withEarlyFiles(html, early, request.url))
  })
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .status(200)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-cache')
    .send(html)
}

interface BuiltPage {
  html: string
  early: EarlyFiles[]
}

/** Read again when a new build has taken the folder's place: the old page names assets that are gone. */
function pageOf(folder: string): () => BuiltPage {
  const file = join(folder, 'index.html'),
    list = join(folder, 'pages.json')
  let page: BuiltPage = { html: notBuilt, early: [] }
  let builtAt: number | undefined
  return () => {
    const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (changedAt !== undefined && changedAt !== builtAt) {
      page = {
        html: readFileSync(file, 'utf8'),
        early: existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as EarlyFiles[]) : [],
      }
      builtAt = changedAt
    }
    return page
  }
}
