import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { FLAGS } from '../../../faces/web/testing/browser.ts'
import { Service } from '../cases/service.ts'
import { look, type PageFigures } from './look.ts'

/** The pages anybody may open without signing in. */
const PUBLIC_PAGES = [
  '/',
  '/entitled',
  '/apply',
  '/track',
  '/points',
  '/ask',
  '/ask/person',
  '/ask/continue',
  '/find',
  '/calculate',
  '/calculate/overtime',
  '/guides',
  '/cases',
  '/law',
  '/me',
  '/privacy',
  '/verify',
]
/** A text in the manner of a law, so that the reader has something to show. */
const TEXT = `样例借用物品规定\n（2020年5月1日公布 自2020年6月1日起施行）\n${Array.from({ length: 60 }, (_, i) => `第${i + 1}条　借用的物品弄丢的，借用人应当照价赔偿；弄坏的，应当修好。`).join('\n')}\n`
const TARGET = { lcpMs: 2500, scriptKb: 150, accessibility: 100 }

/** `npm run bench -- pages [--json] [--page /apply]`: Lighthouse's mobile throttling over the citizen's pages. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false }, page: { type: 'string', multiple: true } },
  })
  // Without built faces the service answers every address with a line of text, which would be measured as a very quick page.
  if (spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 2, 2] }).status !== 0)
    throw new Error('the faces could not be built')
  const folder = mkdtempSync(join(tmpdir(), 'fatong-pages-'))
  const service = new Service(folder)
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...FLAGS, `--remote-debugging-port=${port}`],
  })
  try {
    await service.start()
    const pages: PageFigures[] = []
    for (const page of values.page ?? [...PUBLIC_PAGES, ...(await readingPages(service, folder))]) {
      console.error(`looking at ${page}`)
      const figures = await look(`http://127.0.0.1:${service.port}`, page, port)
      if (figures.scriptKb === 0) throw new Error(`${page} is not a page of the faces: it loaded no script`)
      pages.push(figures)
    }
    console.log(values.json ? JSON.stringify({ pages, target: TARGET }) : table(pages))
  } finally {
    await browser.close()
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One guide, one place to book at, one law and one of its articles. */
async function readingPages(service: Service, folder: string): Promise<string[]> {
  const file = join(folder, '样例借用物品规定.txt')
  writeFileSync(file, TEXT)
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/laws.ts', 'import', file], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the text could not be imported: ${stderr}`)
  const get = async <T>(path: string) =>
    (await (await fetch(`http://127.0.0.1:${service.port}/api${path}`)).json()) as T
  const [guide] = (await get<{ items: { slug: string }[] }>('/guides')).items
  const [point] = (await get<{ items: { id: string }[] }>('/service-points')).items
  const [law] = (await get<{ items: { id: string }[] }>('/laws')).items
  const [article] = (await get<{ articles: { id: string }[] }>(`/laws/${law?.id}`)).articles
  return [`/guides/${guide?.slug}`, `/points/${point?.id}/book`, `/law/${law?.id}`, `/law/articles/${article?.id}`]
}

function table(pages: readonly PageFigures[]): string {
  const rows = pages.map(
    (p) =>
      `${p.page.slice(0, 30).padEnd(32)}${p.lcpMs.toFixed(0).padStart(8)}${p.cls.toFixed(3).padStart(8)}${p.scriptKb.toFixed(0).padStart(11)}${String(p.accessibility).padStart(8)}${String(p.performance).padStart(8)}`,
  )
  return [
    `${'page'.padEnd(32)}${'LCP ms'.padStart(8)}${'CLS'.padStart(8)}${'script KB'.padStart(11)}${'a11y'.padStart(8)}${'perf'.padStart(8)}`,
    ...rows,
    `Targets: LCP <= ${TARGET.lcpMs} ms, script <= ${TARGET.scriptKb} KB gzipped, accessibility ${TARGET.accessibility}.`,
  ].join('\n')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
  })
}
