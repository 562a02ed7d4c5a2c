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

/** `npm run bench -- asking [--laws ARCHIVE] [--askers 50] [--seconds 15] [--json] [--profile FOLDER]`: people who ask at once, over HTTP, each again as soon as the answer is there. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      laws: { type: 'string' },
      askers: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '15' },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'fatong-asking-'))
  const service = new Service(
    folder,
    values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
  )
  try {
    await service.start()
    let articles = 0
    if (values.laws !== undefined && existsSync(values.laws)) {
      const database = openDatabase(service.connection, { max: 2 })
      const report = await importLaws(
        libraryStore(database),
        { now: () => instant(Date.now()) },
        { source: 'bench', by: 'bench', access: SYSTEM, audit: [], guides: () => Promise.resolve([]) },
        await filesOfArchive(readFileSync(values.laws)),
      )
      articles = report.articles
      await database.close()
      await service.stop()
      await service.start()
    }
    const questions = loadGuides().flatMap(({ asked }) => asked)
    const agent = new Agent({ keepAlive: true, maxSockets: Number(values.askers) })
    const ask = (text: string) => askOnce(service.port, agent, text)
    // The index is made in the background; the first answers wait for it.
    for (const question of shuffled(questions).slice(0, 20)) await ask(question)
    await pause(1000)
    const crowd = { askers: Number(values.askers), seconds: Number(values.seconds), ask }
    // What somebody asked a moment ago is not searched again: the figure that counts is of questions that nobody asked before.
    const warm = 20,
      fresh = await asking({ ...crowd, questions: shuffled(questions).slice(warm), once: true }),
      again = await asking({ ...crowd, questions, once: false })
    agent.destroy()
    const figures = {
      askers: crowd.askers,
      articles,
      ...fresh,
      againPerSecond: again.questionsPerSecond,
      againP95Ms: again.p95Ms,
      errors: fresh.errors + again.errors,
    }
    console.log(
      values.json
        ? JSON.stringify(figures)
        : [
            `${figures.askers} askers at once, ${figures.articles} articles in the library, ${figures.questions} questions, none asked before`,
            `questions a second  ${figures.questionsPerSecond.toFixed(0)}`,
            `p50 ms  ${figures.p50Ms.toFixed(1)}`,
            `p95 ms  ${figures.p95Ms.toFixed(1)}  <= ${TARGET_MS}  ${figures.p95Ms <= TARGET_MS ? 'met' : 'NOT met'}`,
            `asked again in the same words: ${figures.againPerSecond.toFixed(0)} a second, p95 ms ${figures.againP95Ms.toFixed(1)}`,
            `errors  ${figures.errors}`,
          ].join('\n'),
    )
  } finally {
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Crowd {
  askers: number
  seconds: number
  ask: (text: string) => Promise<number>
  questions: readonly string[] /** each question once; ends with them if they are fewer than the time allows */
  once: boolean
}

/** Each asker again as soon as the answer is there. Times in milliseconds. */
async function asking({ askers, seconds, ask, questions, once }: Crowd) {
  const times: number[] = []
  let errors = 0,
    asked = 0
  const began = performance.now(),
    until = began + seconds * 1000
  await Promise.all(
    Array.from({ length: askers }, async () => {
      while (performance.now() < until && (!once || asked < questions.length)) {
        const sent = performance.now()
        const status = await ask(questions[asked++ % questions.length] as string).catch(() => 0)
        times.push(performance.now() - sent)
        if (status !== 200) errors += 1
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { questions: times.length, questionsPerSecond: times.length / took, p50Ms: at(0.5), p95Ms: at(0.95), errors }
}

/** Neighbours are ways of asking of one guide: taken apart, in the same order every time. */
const shuffled = (questions: readonly string[]): string[] =>
  questions.map((_, i) => questions[(i * 7919) % questions.length] as string)

function askOnce(port: number, agent: Agent, text: string): Promise<number> {
  const body = JSON.stringify({ message: { kind: 'says', text } })
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path: '/api/consultation',
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-fatong': '1',
          'idempotency-key': randomUUID(),
        },
      },
      (reply) => {
        reply.resume()
        reply.on('end', () => resolve(reply.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
