import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { TIME_ZONE, instant } from '@fatong/law/calendar/dates.ts'
import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import { loadGuides } from '@fatong/knowledge/guides/load.ts'
import { lawInForce } from './actions/administration/law-in-force.ts'
import { sealDeclaredRelatives } from './actions/administration/relatives.ts'
import { guideShelf } from './actions/guides/shelf.ts'
import type { Log, Parts } from './actions/parts.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { openStores } from './db/stores.ts'
import { upkeepStore } from './db/stores/upkeep.ts'
import { openTimers } from './db/timers.ts'
import { DOCUMENT_KINDS, documentTitle } from './documents/kinds.ts'
import { documentPool } from './documents/pool.ts'
import { files } from './files/files.ts'
import { buildApp } from './http/app.ts'
import { identifier } from './http/identify.ts'
import { streamChanges } from './http/live-changes.ts'
import { administrationRoutes } from './http/routes/administration.ts'
import { citizenRoutes } from './http/routes/citizen.ts'
import { consultationRoutes } from './http/routes/consultation.ts'
import { deskRoutes } from './http/routes/desk.ts'
import { libraryRoutes } from './http/routes/library.ts'
import { libraryService } from './library/held.ts'
import { guideRoutes } from './http/routes/guides.ts'
import { networkRoutes } from './http/routes/network.ts'
import { staffRoutes } from './http/routes/staff.ts'
import { personalDataCrypto } from './identity/crypto/personal-data.ts'
import { sessions, sessionTimes } from './identity/session/sessions.ts'
import { startServiceJobs } from './jobs/jobs.ts'
import { networkEngine } from './network/engine.ts'
import { chosenEmbeddings } from './outside/embeddings/choose.ts'
import { searchModel } from './library/search-model.ts'
import { chosenModel } from './outside/language-model/choose.ts'
import { tables } from './outside/tables/tables.ts'
import { smsSender } from './outside/sms/choose.ts'

export interface Service {
  app: FastifyInstance
  parts: Parts
  start(): Promise<void>
  stop(): Promise<void>
}

const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
/** One JSON line each; personal data is never handed to it. */
function logTo(level: Config['logLevel'], write: (line: string) => void): Log {
  const upTo = LEVELS.indexOf(level)
  const at = (name: 'error' | 'warn' | 'info') => (data: object, message: string) => {
    if (LEVELS.indexOf(name) <= upTo)
      write(JSON.stringify({ at: new Date().toISOString(), level: name, message, ...data }))
  }
  return { error: at('error'), warn: at('warn'), info: at('info') }
}

const root = join(import.meta.dirname, '..')

/** The only place that joins the parts of the service to real I/O. */
export async function compose(config: Config, database: Database): Promise<Service> {
  const clock = { now: () => instant(Date.now()) }
  const log = logTo(config.logLevel, (line) => process.stdout.write(`${line}\n`))
  const stores = openStores(database)
  const crypto = personalDataCrypto(config.secretKey)
  const guides = guideShelf(shippedGuides(), stores.guides, clock, () => stores.library.movedArticles())
  const library = libraryService({
    store: stores.library,
    guides,
    clock,
    log,
    folder: join(config.dataDir, 'search'),
    modelFile: searchModel(config.searchModel),
    ...chosenEmbeddings(config),
  })
  const parts: Parts = {
    config,
    database,
    stores,
    clock,
    crypto,
    log,
    documents: documentPool({ fontFolder: join(config.dataDir, 'fonts') }),
    documentKinds: DOCUMENT_KINDS.map((kind) => ({ kind, title: documentTitle(kind) })),
    files: files(config, crypto.keys),
    sessions: sessions(stores.sessions, sessionTimes(config), clock.now, (error) => {
      log.error({ error: String(error) }, 'sessions')
    }),
    sms: smsSender(config, stores, crypto, clock, log),
    law: lawInForce(stores, clock),
    guides,
    knowledge: library.knowledge,
    consultation: { library: () => library.held, ...chosenModel(config) },
    network: networkEngine({
      roadsFile: join(config.dataDir, 'network', 'roads'),
      busFile: join(config.dataDir, 'network', 'bus'),
    }),
    tables: tables(),
  }
  const settings = {
    identify: identifier(parts),
    secureCookies: config.publicUrl.startsWith('https:'),
    trustProxy: config.trustProxy,
    rateLimitFactor: config.rateLimitFactor,
    publicOrigin: new URL(config.publicUrl).origin,
    faces: { web: join(root, 'faces/web/dist'), desk: join(root, 'faces/desk/dist') },
  }
  const app = await buildApp(
    parts,
    [
      ...citizenRoutes,
      ...staffRoutes,
      ...deskRoutes,
      ...administrationRoutes,
      ...guideRoutes,
      ...libraryRoutes,
      ...consultationRoutes,
      ...networkRoutes,
    ],
    settings,
    (server) => {
      streamChanges(server, database, settings)
    },
  )
  let jobs: Awaited<ReturnType<typeof startServiceJobs>> | undefined
  return {
    app,
    parts,
    async start() {
      const timers = await openTimers(database.connection, TIME_ZONE, (message) => {
        log.info({}, message)
      })
      await sealDeclaredRelatives(parts)
      jobs = await startServiceJobs(parts, { upkeep: upkeepStore(database), timers })
      // The built-in database serves one process, so whatever ran before this start is over.
      if (config.databaseUrl === undefined) await stores.library.abandonImports(clock.now(), clock.now())
      library.start()
    },
    async stop() {
      await app.close()
      await jobs?.stop()
      await library.close()
      await parts.documents.close()
      await parts.network.close()
    },
  }
}

/** Read once a process: they are files of ours and do not change while it runs. */
let shipped: Guide[] | undefined
const shippedGuides = (): Guide[] => (shipped ??= loadGuides())
