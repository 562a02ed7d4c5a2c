import { ApplicationEntry, HandOn } from '@fatong/contract/citizen/draft.ts'
import { expect, test } from 'vitest'
import { newForm, readForm, type Form } from './form.ts'
import { handOnEntry, handOnProblems, isLate } from './hand-on.ts'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const held = (over: Partial<Form['handOn']> = {}, matter: Form['matter'] = 'criminalDefense'): Form => ({
  ...newForm(),
  matter,
  handOn: { on: true, through: 'custody', day: '2026-11-27', time: '18:30', lateReason: '', ...over },
})
const asked = (form: Form, now: string, custodyPlace = false) =>
  Object.keys(handOnProblems(form, { now: at(now), assist: true, custodyPlace }))

test('24 hours by the clock; in criminal matters from the next full hour', () => {
  expect([isLate(held(), at('2026-11-28T18:59')), isLate(held(), at('2026-11-28T19:00'))]).toEqual([false, true])
  expect([
    isLate(held({}, 'laborRemuneration'), at('2026-11-28T18:29')),
    isLate(held({}, 'laborRemuneration'), at('2026-11-28T18:30')),
  ]).toEqual([false, true])
})
test('late needs a reason, the future is refused, and both day and time are wanted', () => {
  expect(asked(held(), '2026-11-28T09:00')).toEqual([])
  expect(asked(held(), '2026-11-29T09:00')).toEqual(['handOn.lateReason'])
  expect(asked(held({ lateReason: '停电' }), '2026-11-29T09:00')).toEqual([])
  expect(asked(held(), '2026-11-27T09:00')).toEqual(['handOn.askedAt'])
  expect(asked(held({ time: '' }), '2026-11-28T09:00')).toEqual(['handOn.askedAt'])
})
test('at a place where people are held the question must be answered; elsewhere only once it is ticked; citizens are never asked', () => {
  expect(asked(newForm(), '2026-11-28T09:00', true)).toEqual(['handOn.through'])
  expect(asked(held({ through: 'no' }), '2026-11-28T09:00', true)).toEqual([])
  expect(asked(newForm(), '2026-11-28T09:00')).toEqual([])
  expect(asked(held({ through: '' }), '2026-11-28T09:00')).toEqual(['handOn.through'])
  expect(
    handOnProblems(held({ through: '' }), { now: at('2026-11-28T09:00'), assist: false, custodyPlace: false }),
  ).toEqual({})
})
test('what is sent is what the contract wants; nothing where nobody is held; a draft keeps all of it', () => {
  expect(HandOn.parse(handOnEntry(held({ lateReason: ' 停电 ' })).handOn)).toEqual({
    through: 'custody',
    askedAt: at('2026-11-27T18:30'),
    lateReason: '停电',
  })
  expect(handOnEntry(newForm())).toEqual({})
  expect(handOnEntry(held({ through: 'no' }))).toEqual({})
  expect(ApplicationEntry.shape.handOn.parse(undefined)).toBeUndefined()
  expect(readForm(JSON.parse(JSON.stringify(held())) as unknown).handOn).toEqual(held().handOn)
})
