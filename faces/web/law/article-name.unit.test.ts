import { expect, test } from 'vitest'
import { articleName } from './article-name.ts'

test('names an article as people read it', () => {
  expect(articleName('劳动合同法', '30')).toBe('《劳动合同法》第30条')
  expect(articleName('刑法', '133-1')).toBe('《刑法》第133条之1')
  expect(articleName('某办法', 'item3')).toBe('《某办法》')
})
