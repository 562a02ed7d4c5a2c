import type { Source } from '@fatong/knowledge/search/searcher.ts'
import { expect, it } from 'vitest'
import { RecentTexts } from './recent-texts.ts'

const source = (id: string, text = ''): Source => ({ id, kind: 'article', title: '法', number: id, path: '', text })

it('keeps what was found last, in its newest text, until other texts come', () => {
  const texts = new RecentTexts(2)
  texts.keep([source('1'), source('2')])
  texts.keep([source('1', 'new'), source('3')])
  expect([texts.get('1')?.text, texts.has('2'), texts.has('3')]).toEqual(['new', false, true])
  texts.forget()
  expect(texts.has('1')).toBe(false)
})
