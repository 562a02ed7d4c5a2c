import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, SetupProblem } from './root.mjs'

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

/**
 * Packages that package-lock.json asks for and node_modules does not hold in that version. npm writes what it has
 * installed into node_modules/.package-lock.json as its last act, so a broken-off installation counts as none.
 */
export function missingPackages(folder = root) {
  const wanted = read(join(folder, 'package-lock.json'))?.packages ?? {}
  const installed = read(join(folder, 'node_modules', '.package-lock.json'))?.packages
  if (installed === undefined) return ['everything']
  return Object.entries(wanted)
    .filter(
      ([path, entry]) =>
        path.includes('node_modules/') && !entry.link && !entry.optional && !entry.devOptional && !entry.peer,
    )
    .filter(([path, entry]) => installed[path]?.version !== entry.version || !existsSync(join(folder, path)))
    .map(([path]) => path)
}

/** Remembers which package-lock.json was last installed from, for lock files that list more than npm installs. */
const stamp = (folder) => join(folder, 'node_modules', '.fatong-lock')

const lockHash = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')

/** Whether node_modules holds what package-lock.json asks for. */
export function isInstalled(folder = root) {
  if (existsSync(stamp(folder)) && readFileSync(stamp(folder), 'utf8') === lockHash(folder)) return true
  return missingPackages(folder).length === 0
}

/** Throws when node_modules is a link: npm ci would empty the folder it leads to, which belongs to somebody else. */
export function refuseLinkedFolder(folder = root) {
  if (!lstatSync(join(folder, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  throw new SetupProblem(
    'node_modules is a link to another folder and out of date; remove the link, or install in that folder yourself.',
  )
}

/** Installs what package-lock.json asks for, unless it is there. */
export function installDependencies() {
  if (isInstalled()) return
  refuseLinkedFolder()
  console.log('Installing dependencies (npm ci), once ...')
  const done = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (done.error) throw new SetupProblem(`npm cannot be run: ${done.error.message}`)
  if (done.status !== 0)
    throw new SetupProblem('The dependencies could not be installed; see the message of npm above.')
  writeFileSync(stamp(root), lockHash(root))
}
