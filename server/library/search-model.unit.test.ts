import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { StartProblem } from '../db/embedded/start-problem.ts'
import { searchModel } from './search-model.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fatong-model-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('the shipped model where none is named; the operator’s own where one is', () => {
  const shipped = searchModel(undefined),
    own = join(folder, 'own.model')
  expect(existsSync(shipped)).toBe(true)
  copyFileSync(shipped, own)
  expect(searchModel(own)).toBe(own)
})

it('stops the start when it cannot be used, and says how to go on', () => {
  const broken = join(folder, 'broken.model')
  writeFileSync(broken, 'no model')
  for (const file of [broken, join(folder, 'nothing-there')]) {
    expect(() => searchModel(file)).toThrow(StartProblem)
    expect(() => searchModel(file)).toThrow(
      /^SEARCH_MODEL: .+ is no search model of this version\. Make one with "npm run train", or leave SEARCH_MODEL out\.$/,
    )
  }
})
