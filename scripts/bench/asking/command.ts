import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadGuides } from '@fatong/knowledge/guides/load.ts'
import { filesOfArchive } from '@fatong/knowledge/library/archive.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import { importLaws } from '../../../server/actions/library/import-laws.ts'
import { SYSTEM } from '../../../server/db/access.ts'
import { openDatabase } from '../../../server/db/database.ts'
import { libraryStore } from '../../../server/db/stores/library.ts'
import { Service } from '../cases/service.ts'

const TARGET_MS = 150

/** `npm run bench -- asking [--laws ARCHIVE] [--askers 50] [--seconds 15] [--json]`: people who ask at once, over HTTP, each again as soon as the answer is there. */
export async function run(args: string[]) {
  const { values } = parseArgs({ args, options: { laws: { type: 'string' }, askers: { type: 'string', default: '50' }, seconds: { type: 'string', default: '15' }, json: { type: 'boolean', default: false } } })
  const folder = mkdtempSync(join(tmpdir(), 'fatong-asking-'))
  const service = new Service(folder)
  try {
    await service.start()
    let articles = 0
    if (values.laws !== undefined && existsSync(values.laws)) {
      const database = openDatabase(service.connection, { max: 2 })
      const report = await importLaws(libraryStore(database), { now: () => instant(Date.now()) }, { source: 'bench', by: 'bench', access: SYSTEM, audit: [] }, await filesOfArchive(readFileSync(values.laws)))
      articles = report.articles
      await database.close()
      await service.stop()
      await service.start()
    }
    const questions = loadGuides().flatMap(({ asked }) => asked)
    const agent = new Agent({ keepAlive: true, maxSockets: Number(values.askers) })
    const ask = (text: string) => askOnce(service.port, agent, text)
    // The index is made in the background; the first answers wait for it.
    for (let i = 0; i < 20; i++) await ask(questions[(i * 97) % questions.length] as string)
    await pause(1000)
    const times: number[] = []
    let errors = 0, asked = 0
    const until = performance.now() + Number(values.seconds) * 1000
    await Promise.all(Array.from({ length: Number(values.askers) }, async () => {
      while (performance.now() < until) {
        const began = performance.now()
        const status = await ask(questions[(asked++ * 7919) % questions.length] as string).catch(() => 0)
        times.push(performance.now() - began)
        if (status !== 200) errors += 1
      }
    }))
    agent.destroy()
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    const figures = { askers: Number(values.askers), articles, questions: times.length, questionsPerSecond: times.length / Number(values.seconds), p50Ms: at(0.5), p95Ms: at(0.95), errors }
    console.log(values.json ? JSON.stringify(figures) : [
      `${figures.askers} askers at once, ${figures.articles} articles in the library`, `questions a second  ${figures.questionsPerSecond.toFixed(0)}`,
      `p50 ms  ${figures.p50Ms.toFixed(1)}`, `p95 ms  ${figures.p95Ms.toFixed(1)}  <= ${TARGET_MS}  ${figures.p95Ms <= TARGET_MS ? 'met' : 'NOT met'}`, `errors  ${figures.errors}`,
    ].join('\n'))
  } finally {
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function askOnce(port: number, agent: Agent, text: string): Promise<number> {
  const body = JSON.stringify({ message: { kind: 'says', text } })
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/api/consultation', method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-fatong': '1', 'idempotency-key': randomUUID() } }, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
