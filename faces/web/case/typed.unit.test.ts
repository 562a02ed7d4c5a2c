import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetTyped, hasTyped, keepTyped, readTyped } from './typed.ts'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    get length() {
      return kept.size
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (k: string) => kept.get(k) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
    removeItem: (k: string) => void kept.delete(k),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a text is kept by case and field, and gone once it is empty', () => {
  keepTyped('A1', 'objection', '金额不对')
  expect([readTyped('A1', 'objection'), readTyped('A1', 'message'), readTyped('A10', 'objection')]).toEqual([
    '金额不对',
    '',
    '',
  ])
  expect([hasTyped('A1'), hasTyped('A')]).toEqual([true, false])
  keepTyped('A1', 'objection', '')
  expect(hasTyped('A1')).toBe(false)
  expect(kept.size).toBe(0)
})
test('signing out forgets the texts of all cases and nothing else', () => {
  kept.set('fatong.receipt', '{}')
  keepTyped('A1', 'objection', '一')
  keepTyped('A2', 'message', '二')
  forgetTyped()
  expect([...kept.keys()]).toEqual(['fatong.receipt'])
})
test('a phone that keeps nothing shows an empty field and breaks nothing', () => {
  vi.stubGlobal('sessionStorage', undefined)
  keepTyped('A1', 'objection', '一')
  expect([readTyped('A1', 'objection'), hasTyped('A1')]).toEqual(['', false])
  forgetTyped()
})
