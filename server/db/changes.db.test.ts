import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseChange } from './changes.ts'
import { application } from './commit/sample-sets.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { testDatabase } from './testing/database.ts'
import type { TestDatabase } from './testing/database.ts'

let given: TestDatabase
let here: Database
let there: Database
beforeAll(async () => {
  given = await testDatabase()
  here = openDatabase(given.connection)
  there = openDatabase(given.connection)
})
afterAll(async () => {
  await here.close()
  await there.close()
  await given.drop()
})

const next = (database: Database, wanted: (change: CaseChange) => boolean) =>
  new Promise<CaseChange>((resolve) => {
    const stop = database.subscribe((change) => {
      if (wanted(change)) {
        stop()
        resolve(change)
      }
    })
  })

test('a commit is heard of in its own process and in others', async () => {
  const wanted: string[] = []
  const hear = [here, there].map((database) => next(database, ({ caseId }) => wanted.includes(caseId)))
  // The other process may not listen yet: changes are repeated by new commits, as they are in life.
  const timer = setInterval(() => {
    const { set, row } = application()
    wanted.push(row.id)
    void here.commit(set)
  }, 50)
  const heard = await Promise.all(hear)
  clearInterval(timer)
  for (const change of heard)
    expect(change).toMatchObject({ status: 'submitted', version: 1, number: `T-${change.caseId}` })
})

test('a refused write is not announced', async () => {
  const { set, row } = application()
  let heard = false
  here.subscribe(({ caseId }) => {
    if (caseId === row.id) heard = true
  })
  await here.commit({ ...set, access: { kind: 'anonymous' } })
  expect(heard).toBe(false)
})
