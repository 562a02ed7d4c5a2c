import { expect, it } from 'vitest'
import { namesListed } from './names-listed.ts'

it('takes names apart however they were listed, and finds none in nothing', () => {
  expect(namesListed('甲公司、乙公司，丙公司\n丁公司; 戊公司')).toEqual([
    '甲公司',
    '乙公司',
    '丙公司',
    '丁公司',
    '戊公司',
  ])
  expect(namesListed(' 甲公司 、、')).toEqual(['甲公司'])
  expect(namesListed(' \n')).toEqual([])
  // Brackets and dots belong to a name.
  expect(namesListed('兰州宏达（样例）·建设')).toEqual(['兰州宏达（样例）·建设'])
})
