import react from '@vitejs/plugin-react'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/** Libraries that change rarely stay in their own files, so that a new desk does not make browsers fetch them again. */
const libraries: [string, RegExp][] = [
  ['pdf', /node_modules\/pdfjs-dist/],
  ['react', /node_modules\/(react|react-dom|scheduler|wouter|@tanstack)\//],
  ['antd', /node_modules\/(antd|@ant-design|@rc-component|dayjs|@babel|@emotion|stylis)\//],
  ['zod', /node_modules\/zod\//],
]

/** Copies what pdf.js fetches by name: tables for Chinese text without embedded fonts, the decoder for scanned JPEG 2000. */
function pdfExtras(): Plugin {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const wanted = [
    ['cmaps', /^(Adobe-GB1|GB|UniGB|Identity)/],
    ['wasm', /fallback\.js$/],
  ] as const
  return {
    name: 'pdf-extras',
    generateBundle() {
      for (const [folder, names] of wanted)
        for (const name of readdirSync(join(home, folder)).filter((n) => names.test(n))) {
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf/${folder}/${name}`,
            source: readFileSync(join(home, folder, name)),
          })
        }
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/desk/',
  plugins: [react(), pdfExtras()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // everything from our own origin
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { output: { codeSplitting: { groups: libraries.map(([name, test]) => ({ name, test })) } } },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 8080}` } },
})
