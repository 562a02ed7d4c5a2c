import { EVENTS, type Event } from '@fatong/law/calculators/last-day/events.ts'
import { lastDay } from '@fatong/law/calculators/last-day/rule.ts'
import type { Form } from '../form.ts'
import { choicesOf } from './choices.ts'

const NAMES = Object.fromEntries(Object.entries(EVENTS).map(([event, { name }]) => [event, name]))

export const lastDayForm: Form = {
  fields: [
    { id: 'event', kind: 'choice', choices: () => choicesOf(NAMES) },
    { id: 'on', kind: 'day', when: ({ event }) => event !== undefined },
  ],
  work: ({ text, day }, context) => lastDay({ event: text('event') as Event, on: day('on') }, context),
}
