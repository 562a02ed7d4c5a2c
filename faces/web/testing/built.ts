/// <reference types="node" />
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the pages as they are shipped, into a folder of their own; about two seconds. */
export function buildPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-web-'))
  const vite = here('../../../node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--config', here('../vite.config.ts'), '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], { stdio: 'pipe', cwd: here('..'), env: { ...process.env, NODE_ENV: 'production' } })
  return folder
}
