import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftStore } from './draft/store.ts'
import { handIn } from './submitting.ts'

/** What came to `POST /applications`, and what is answered in turn: a status, or nothing at all. */
let sent: { key: string | null; name: string; draftId: string }[]
let answers: (number | 'none')[]
const kept = new Map<string, string>()
const shelf = {
  getItem: (k: string) => kept.get(k) ?? null,
  setItem: (k: string, v: string) => void kept.set(k, v),
  removeItem: (k: string) => void kept.delete(k),
}
const json = (status: number, body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status }))

beforeEach(() => {
  kept.clear()
  sent = []
  answers = []
  vi.stubGlobal('localStorage', shelf)
  vi.stubGlobal('sessionStorage', shelf)
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (url !== '/api/applications')
      return json(200, init.method === 'POST' ? { draft: { id: 'd1', version: 1 }, secret: 's' } : { version: 2 })
    const body = JSON.parse(init.body as string) as { draftId: string; entry: { applicant: { name: string } } }
    sent.push({
      key: new Headers(init.headers).get('Idempotency-Key'),
      name: body.entry.applicant.name,
      draftId: body.draftId,
    })
    const answer = answers.shift() ?? 200
    return answer === 'none' ? Promise.reject(new TypeError('offline')) : json(answer, { number: 'LX1' })
  })
})
afterEach(() => vi.unstubAllGlobals())

function filledIn(name: string): DraftStore {
  const store = new DraftStore('own')
  store.change({ matter: 'maintenance' })
  called(store, name)
  return store
}
const called = (store: DraftStore, name: string) =>
  store.change({ applicant: { ...store.read().form.applicant, name, idNumber: '11010519491231002X' } })

test('without any answer the same text goes out again under the same key', async () => {
  const store = filledIn('马一')
  answers = ['none']
  expect(await handIn(store)).toMatchObject({ code: 'offline' })
  called(store, '马二')
  expect(await handIn(store)).toBeNull()
  expect(sent.map(({ name }) => name)).toEqual(['马一', '马一'])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
})
test('after an answer of 500 what was corrected goes out, still under the same key and from the same draft', async () => {
  const store = filledIn('马一')
  answers = [500]
  expect(await handIn(store)).toMatchObject({ status: 500 })
  called(store, '马二')
  answers = ['none']
  await handIn(store)
  called(store, '马三')
  expect(await handIn(store)).toBeNull()
  // the second answer got lost: its text may be the one that was filed, so it is asked for again
  expect(sent.map(({ name }) => name)).toEqual(['马一', '马二', '马二'])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  expect(new Set(sent.map(({ draftId }) => draftId))).toEqual(new Set(['d1']))
  expect(store.read().sending).toBeNull()
})
test('a refused text is forgotten with its key', async () => {
  const store = filledIn('马一')
  answers = [400]
  await handIn(store)
  called(store, '马二')
  await handIn(store)
  expect(sent.map(({ name }) => name)).toEqual(['马一', '马二'])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
})
