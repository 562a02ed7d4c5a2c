import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createServer, defineConfig, type Plugin, type Rolldown } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The home page as HTML, drawn from the same components the phone runs. */
async function homePage(): Promise<string> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'fatong-home-'))
  const vite = await createServer({
    root,
    configFile: false,
    plugins: [react()],
    appType: 'custom',
    logLevel: 'error',
    cacheDir,
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const { renderHome } = (await vite.ssrLoadModule('/home/static.tsx')) as { renderHome: () => string }
    return renderHome()
  } finally {
    await vite.close()
    rmSync(cacheDir, { recursive: true, force: true })
  }
}

/**
 * Writes the home page into index.html, so that it can be read before any script runs, gives the script that runs before
 * the first drawing a name of its content, and lays a compressed copy beside every asset.
 */
function readableBeforeScripts(): Plugin {
  return {
    name: 'readable-before-scripts',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = join(root, 'dist') }) {
      const script = readFileSync(join(root, 'first.js'), 'utf8')
        .replace(/^\s*\/\/.*$/gm, '')
        .replace(/\n\s*/g, '\n')
        .trim()
      const name = `assets/first-${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`
      writeFileSync(join(dir, name), script)
      const page = join(dir, 'index.html')
      const home = await homePage()
      writeFileSync(
        page,
        readFileSync(page, 'utf8')
          .replace('<!--first-->', () => `<script src="/${name}"></script>`)
          .replace('<!--page-->', () => home),
      )
      for (const asset of readdirSync(join(dir, 'assets'))) {
        if (!/\.(js|css|svg)$/.test(asset)) continue
        const bytes = readFileSync(join(dir, 'assets', asset))
        writeFileSync(join(dir, 'assets', `${asset}.br`), brotliCompressSync(bytes))
        writeFileSync(join(dir, 'assets', `${asset}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

/** Route and file of each page that is loaded when it is opened, as `app/App.tsx` has them. */
function lazyPages(): { path: string; file: string }[] {
  const app = readFileSync(join(root, 'app/App.tsx'), 'utf8')
  const files = new Map(
    [...app.matchAll(/const (\w+) = lazy\(\s*\(\) => import\('([^']+)'\)/g)].map(([, name, file]) => [
      name,
      join(root, 'app', file!),
    ]),
  )
  return [...app.matchAll(/<Route path="([^"]+)"(?: component=\{(\w+)\}|[\s\S]*?<(\w+))/g)].flatMap(
    ([, path, component, child]) => {
      const file = files.get(component ?? child)
      return file === undefined ? [] : [{ path: path!, file }]
    },
  )
}

/** Writes `pages.json`: what each page needs besides the start of the face, for the service to name it in the page it sends. */
function earlyFiles(): Plugin {
  return {
    name: 'early-files',
    apply: 'build',
    generateBundle: {
      order: 'post', // files that held nothing but style have gone by then
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
        const reached = (
          chunk: Rolldown.OutputChunk | undefined,
          seen = new Set<Rolldown.OutputChunk>(),
        ): Set<Rolldown.OutputChunk> => {
          if (chunk === undefined || seen.has(chunk)) return seen
          seen.add(chunk)
          for (const next of chunk.imports) reached(named.get(next), seen)
          return seen
        }
        const start = reached(chunks.find(({ isEntry }) => isEntry))
        const pages = lazyPages().map(({ path, file }) => {
          const own = [...reached(chunks.find(({ facadeModuleId }) => facadeModuleId === file))].filter(
            (chunk) => !start.has(chunk),
          )
          if (own.length === 0) this.error(`no file of its own was built for the page ${path}`)
          const styles = own.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])])
          return { path, scripts: own.map(({ fileName }) => `/${fileName}`), styles: styles.map((name) => `/${name}`) }
        })
        this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(pages, null, 1) })
      },
    },
  }
}

// Oldest browser served: Chrome 87 / Android System WebView 87 (November 2020) and WeChat's browser of that age, Safari 14.
// No polyfills: the code keeps to what these have. Strict CSP: nothing is inlined into the page.
export default defineConfig({
  root,
  base: '/',
  plugins: [react(), readableBeforeScripts(), earlyFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome87', 'safari14'],
    cssTarget: ['chrome87', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: {
        // What three pages and more share is small and many: one file of it instead of a dozen, each of which a slow line waits for.
        // Styles stay with their pages: which of two rules wins depends on their order.
        codeSplitting: { groups: [{ name: 'shared', test: /\.tsx?$/, minShareCount: 3, maxModuleSize: 8_000 }] },
      },
    },
  },
})
