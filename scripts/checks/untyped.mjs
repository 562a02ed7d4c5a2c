import { ESLint } from 'eslint'
import ts from 'typescript'
import { root } from '../setup/root.mjs'
import { project } from './typed.mjs'

const FOLDERS = ['law', 'casework', 'network', 'knowledge', 'contract', 'faces', 'server']
/** Build settings of the faces: they belong to no tsconfig on purpose (see eslint.config.js). */
const builds = /\/faces\/[^/]+\/vite\.config\.ts$/

/** TypeScript that no folder's tsconfig takes in, so that nobody would check it. */
function unchecked() {
  const checked = new Set(FOLDERS.flatMap((folder) => project(folder).files))
  const all = ts.sys.readDirectory(
    root,
    ['.ts', '.tsx'],
    ['**/node_modules', '**/dist', '**/dist.*', '**/data', '**/*.d.mts'],
  )
  return all.filter((file) => !checked.has(file) && !builds.test(file) && !/\/data\//.test(file))
}

const forgotten = unchecked().map((file) => `${file}: no tsconfig takes it in`)
const eslint = new ESLint({ cwd: root })
const results = await eslint.lintFiles(['**/*.{js,mjs,cjs}', 'faces/*/vite.config.ts'])
const style = await (await eslint.loadFormatter('stylish')).format(results)
const text = [...forgotten, style.trim()].filter(Boolean).join('\n')
if (text) console.log(text)
process.exitCode = text ? 1 : 0
