import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { root } from './setup/root.mjs'

const bin = (name) => `node_modules/.bin/${name}`
const STEPS = [
  ...['law', 'casework', 'network', 'knowledge', 'contract', 'faces', 'server'].map((folder) => ({ name: `types of ${folder}`, command: [bin('tsc'), '-p', `${folder}/tsconfig.json`] })),
  { name: 'import rules', command: [bin('depcruise'), '--config', 'boundaries.cjs', 'law', 'casework', 'network', 'knowledge', 'contract', 'server', 'faces', 'scripts', 'journeys'] },
  { name: 'lint', command: [bin('eslint'), '--max-warnings', '0', '.'] },
]

/** Types, import rules and lint. Answers how many of the steps passed and failed. */
export function check() {
  let failed = 0
  for (const { name, command: [program, ...args] } of STEPS) {
    const started = performance.now()
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (status !== 0) { failed += 1; console.log(stdout, stderr) }
  }
  return { passed: STEPS.length - failed, failed }
}

if (process.argv[1]?.endsWith('check.mjs')) process.exit(check().failed > 0 ? 1 : 0)
