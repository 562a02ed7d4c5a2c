import { expect, it } from 'vitest'
import { loadGuides } from './load.ts'
import { keysOf, markedWhereMoved } from './moved-law.ts'

const guide = loadGuides().find(({ toCheck, answer }) => toCheck === undefined && answer[0]!.cites.length > 0)!
const [key = ''] = [...keysOf(guide)]
const moved = (of: string) => ({ key: of, versionDate: '2026-03-01' })

it('a guide says that an article it rests on has changed, and which', () => {
  const name = `《${key.split('#')[0] ?? ''}》第${key.split('#')[1] ?? ''}条`
  expect(markedWhereMoved(guide, [moved(key), moved('别的法#1')]).toCheck).toBe(
    `${name}在2026年的新版本里改了，这篇还没对过新条文，条号和说法可能不对。办事前打12348再问一句。`,
  )
  expect(markedWhereMoved({ ...guide, toCheck: '另一件事。' }, [moved(key)]).toCheck).toMatch(/^另一件事。《/)
})

it('a guide that cites none of them is left as it is', () => {
  expect(markedWhereMoved(guide, [moved('别的法#1')])).toBe(guide)
  expect(markedWhereMoved(guide, [])).toBe(guide)
})

it('of many articles some are named and all are counted', () => {
  const many = { ...guide, traps: [{ text: '甲。', cites: ['甲法#1', '甲法#2', '甲法#2-1', '乙法#4'] }] }
  const says = markedWhereMoved(many, ['甲法#1', '甲法#2', '甲法#2-1', '乙法#4'].map(moved)).toCheck
  expect(says).toContain('《甲法》第1条、《甲法》第2条、《甲法》第2条之1等4条在2026年')
})
