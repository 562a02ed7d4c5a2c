import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root, SetupProblem } from './root.mjs'

const skipped = /^(node_modules|dist.*|testing)$|\.test\.tsx?$/

/** All source files under a folder, tests left out. */
function filesUnder(path) {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !skipped.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}

/** The faces that can be built. */
export function faces(folder = root) {
  return readdirSync(join(folder, 'faces')).filter((name) => existsSync(join(folder, 'faces', name, 'vite.config.ts')))
}

/** A text that changes when anything changes that ends up in the built face. */
export function sourceHash(face, folder = root) {
  const hash = createHash('sha256')
  const folders = [`faces/${face}`, 'faces/ui', 'contract', 'law', 'casework', 'network']
    .map((name) => join(folder, name))
    .filter(existsSync)
  const files = [
    ...folders.flatMap(filesUnder),
    ...['knowledge/vocabulary.ts', 'package-lock.json'].map((name) => join(folder, name)).filter(existsSync),
  ].sort()
  for (const file of files) hash.update(relative(folder, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const stampOf = (face, folder) => join(folder, 'faces', face, 'dist', '.source-hash')

/** Whether the built face is missing or older than its sources. */
export function isStale(face, folder = root) {
  const stamp = stampOf(face, folder)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceHash(face, folder)
}

/** Builds beside the present output and swaps when complete, so that a running server never serves half a face. */
async function build(face) {
  const folder = join(root, 'faces', face)
  const fresh = join(folder, `dist.${process.pid}`)
  const hash = sourceHash(face)
  const output = []
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [
    vite,
    'build',
    '--config',
    join(folder, 'vite.config.ts'),
    '--outDir',
    fresh,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  const code = await new Promise((resolve, reject) => {
    // Whoever builds (a test run sets NODE_ENV=test): what is served is never the development build of its libraries.
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part))
    child.on('error', reject)
    child.on('exit', resolve)
  })
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new SetupProblem(`The face ${face} could not be built:\n${Buffer.concat(output).toString()}`)
  }
  writeFileSync(join(fresh, '.source-hash'), hash)
  const old = `${fresh}.old`
  if (existsSync(join(folder, 'dist'))) renameSync(join(folder, 'dist'), old)
  renameSync(fresh, join(folder, 'dist'))
  rmSync(old, { recursive: true, force: true })
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Builds the faces that are stale (or all of them), at the same time. */
export async function buildFaces({ all = false } = {}) {
  const due = faces().filter((face) => all || isStale(face))
  if (due.length === 0) return
  for (const face of due) {
    for (const name of readdirSync(join(root, 'faces', face))) {
      const builder = /^dist\.(\d+)/.exec(name)?.[1]
      if (builder && !isAlive(Number(builder)))
        rmSync(join(root, 'faces', face, name), { recursive: true, force: true })
    }
  }
  console.log(`Building the faces: ${due.join(', ')} ...`)
  await Promise.all(due.map(build))
}
