import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { FLAGS } from '../../../faces/web/testing/browser.ts'
import { Service } from '../cases/service.ts'
import { look, type PageFigures } from './look.ts'

/** The pages anybody may open without signing in. */
const PUBLIC_PAGES = ['/', '/entitled', '/apply', '/track', '/points', '/me', '/privacy', '/verify']
const TARGET = { lcpMs: 2500, scriptKb: 150, accessibility: 100 }

/** `npm run bench -- pages [--json] [--page /apply]`: Lighthouse's mobile throttling over the citizen's pages. */
export async function run(args: string[]) {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false }, page: { type: 'string', multiple: true } } })
  const folder = mkdtempSync(join(tmpdir(), 'fatong-pages-'))
  const service = new Service(folder)
  const port = await freePort()
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...FLAGS, `--remote-debugging-port=${port}`] })
  try {
    await service.start()
    const pages: PageFigures[] = []
    for (const page of values.page ?? PUBLIC_PAGES) {
      console.error(`looking at ${page}`)
      pages.push(await look(`http://127.0.0.1:${service.port}`, page, port))
    }
    console.log(values.json ? JSON.stringify({ pages, target: TARGET }) : table(pages))
  } finally {
    await browser.close()
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function table(pages: readonly PageFigures[]): string {
  const rows = pages.map((p) => `${p.page.padEnd(22)}${p.lcpMs.toFixed(0).padStart(8)}${p.cls.toFixed(3).padStart(8)}${p.scriptKb.toFixed(0).padStart(11)}${String(p.accessibility).padStart(8)}${String(p.performance).padStart(8)}`)
  return [`${'page'.padEnd(22)}${'LCP ms'.padStart(8)}${'CLS'.padStart(8)}${'script KB'.padStart(11)}${'a11y'.padStart(8)}${'perf'.padStart(8)}`, ...rows,
    `Targets: LCP <= ${TARGET.lcpMs} ms, script <= ${TARGET.scriptKb} KB gzipped, accessibility ${TARGET.accessibility}.`].join('\n')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
