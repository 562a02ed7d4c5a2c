import { expect, it } from 'vitest'
import { freshInk, runsOf, spelledOut } from './runs.ts'

/** Unassigned for good reason: no font has it. */
const NOWHERE = '\u{E0FFF}'

it('keeps ordinary text in one run', () => {
  expect(runsOf('马永福2026年，·〔1〕', freshInk())).toEqual([{ text: '马永福2026年，·〔1〕', font: 'Body' }])
})
it('changes the face for a rare character only', () => {
  expect(runsOf('王𠮷昇', freshInk())).toEqual([
    { text: '王', font: 'Body' },
    { text: '𠮷', font: 'Rare' },
    { text: '昇', font: 'Body' },
  ])
})
it('draws boxes', () => {
  expect(runsOf('☑是', freshInk()).map((r) => r.font)).toEqual(['Rare', 'Body'])
})
it('spells out a character without a font and reports it', () => {
  const ink = freshInk()
  expect(
    runsOf(`王${NOWHERE}`, ink)
      .map((r) => r.text)
      .join(''),
  ).toBe(`王${spelledOut(NOWHERE)}`)
  expect([...ink.missing]).toEqual([NOWHERE])
  expect(spelledOut('𪛊')).toBe('〔U+2A6CA〕')
})
it('drops invisible selectors and keeps line ends', () => {
  expect(runsOf('葛\u{E0101}\u200b家\r\n庄', freshInk())).toEqual([{ text: '葛家\n庄', font: 'Body' }])
})
