/// <reference types="node" />
/**
 * Runs after `vite build`: writes the home page into dist/index.html, so that it can be read before any script runs, and
 * lays a compressed copy beside every asset for servers that send those.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createServer } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export async function prerender(): Promise<void> {
  const vite = await createServer({ root: here('.'), configFile: here('vite.config.ts'), server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error' })
  try {
    const { renderHome } = (await vite.ssrLoadModule('/home/static.tsx')) as { renderHome: () => string }
    const script = readFileSync(here('first.js'), 'utf8').replace(/^\s*\/\/.*$/gm, '').replace(/\n\s*/g, '\n').trim()
    const name = `assets/first-${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`
    writeFileSync(here(`dist/${name}`), script)
    const page = readFileSync(here('dist/index.html'), 'utf8')
      .replace('<!--first-->', `<script src="/${name}"></script>`)
      .replace('<!--page-->', renderHome())
    writeFileSync(here('dist/index.html'), page)
  } finally {
    await vite.close()
    // what ssrLoadModule keeps for the next time is of no use after a build
    rmSync(here('.vite'), { recursive: true, force: true })
  }
}

function compressAssets(): void {
  for (const name of readdirSync(here('dist/assets'))) {
    if (!/\.(js|css|svg)$/.test(name)) continue
    const bytes = readFileSync(here(`dist/assets/${name}`))
    writeFileSync(here(`dist/assets/${name}.br`), brotliCompressSync(bytes))
    writeFileSync(here(`dist/assets/${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

await prerender()
compressAssets()
