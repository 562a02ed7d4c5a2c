import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { inLanes } from './checks/lanes.mjs'
import { root } from './setup/root.mjs'

const bin = (name) => `node_modules/.bin/${name}`
const typed = (...folders) => ({
  name: `types and style of ${folders.join(', ')}`,
  command: [process.execPath, 'scripts/checks/typed.mjs', ...folders],
})
/** The longest first, so that the lanes end together. */
const STEPS = [
  typed('server'),
  typed('faces'),
  typed('law', 'casework', 'network', 'knowledge', 'contract'),
  {
    name: 'import rules',
    command: [
      bin('depcruise'),
      '--config',
      'boundaries.cjs',
      'law',
      'casework',
      'network',
      'knowledge',
      'contract',
      'server',
      'faces',
      'scripts',
      'journeys',
    ],
  },
  { name: 'style of scripts and settings', command: [process.execPath, 'scripts/checks/untyped.mjs'] },
  // What it finds, `npm run format` mends.
  { name: 'layout', command: [bin('biome'), 'format', '--max-diagnostics=20'] },
]

/** Runs one step; prints what it found. Answers whether it passed. */
function passes({ name, command: [program, ...args] }) {
  const started = performance.now()
  return new Promise((resolve) => {
    const output = []
    const child = spawn(program, args, {
      cwd: root,
      shell: process.platform === 'win32' && program !== process.execPath,
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part))
    child.on('error', (error) => output.push(Buffer.from(String(error))))
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
      if (code !== 0) console.log(Buffer.concat(output).toString())
      resolve(code === 0)
    })
  })
}

/** Types, import rules and style, side by side. Answers how many of the steps passed and failed. */
export async function check() {
  const results = await inLanes(STEPS, Math.min(availableParallelism(), 4), passes)
  const failed = results.filter((passed) => !passed).length
  return { passed: results.length - failed, failed }
}

if (process.argv[1]?.endsWith('check.mjs')) process.exit((await check()).failed > 0 ? 1 : 0)
