import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isInstalled, missingPackages, refuseLinkedFolder } from './dependencies.mjs'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fatong-deps-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const lock = (packages: Record<string, object>) => JSON.stringify({ packages })

function install(packages: Record<string, object>, into = folder): void {
  for (const path of Object.keys(packages)) mkdirSync(join(into, path), { recursive: true })
  writeFileSync(join(into, 'node_modules', '.package-lock.json'), lock(packages))
}

it('counts an installation that never finished as none', () => {
  writeFileSync(join(folder, 'package-lock.json'), lock({ 'node_modules/a': { version: '1.0.0' } }))
  mkdirSync(join(folder, 'node_modules', 'a'), { recursive: true })
  expect(missingPackages(folder)).toEqual(['everything'])
})

it('finds what is missing, of another version, or deleted by hand', () => {
  const wanted = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0' },
    'node_modules/c': { version: '1.0.0' },
  }
  writeFileSync(join(folder, 'package-lock.json'), lock(wanted))
  install(wanted)
  expect(isInstalled(folder)).toBe(true)
  install({ ...wanted, 'node_modules/b': { version: '1.9.0' } })
  rmSync(join(folder, 'node_modules', 'c'), { recursive: true })
  expect(missingPackages(folder)).toEqual(['node_modules/b', 'node_modules/c'])
  expect(isInstalled(folder)).toBe(false)
})

it('does not ask for the packages of other machines', () => {
  writeFileSync(
    join(folder, 'package-lock.json'),
    lock({ '': {}, law: {}, 'node_modules/mac-only': { version: '1.0.0', optional: true } }),
  )
  install({ 'node_modules/a': { version: '1.0.0' } })
  expect(missingPackages(folder)).toEqual([])
})

it('never installs through a link into a folder of somebody else', () => {
  const theirs = join(folder, 'theirs')
  mkdirSync(theirs)
  writeFileSync(join(theirs, 'precious'), '')
  mkdirSync(join(folder, 'clone'))
  symlinkSync(theirs, join(folder, 'clone', 'node_modules'))
  expect(() => refuseLinkedFolder(join(folder, 'clone'))).toThrow('node_modules is a link')
  expect(() => refuseLinkedFolder(folder)).not.toThrow()
  expect(existsSync(join(theirs, 'precious'))).toBe(true)
})
