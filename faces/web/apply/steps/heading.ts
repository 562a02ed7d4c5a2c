import { words } from '../../words/apply.ts'
import type { Form, StepId } from '../form/form.ts'

/** The title of a step's screen. */
export function headingOf(step: StepId, form: Form): string {
  switch (step) {
    case 'matter':
    case 'who':
    case 'opponent':
    case 'story':
    case 'family':
    case 'hardship':
    case 'photos':
    case 'consent':
    case 'signature':
    case 'review':
    case 'phone':
      return words[step].title
    case 'person':
      return form.who === 'family'
        ? words.person.titleProxy
        : form.who === 'helping'
          ? words.person.titleOther
          : words.person.titleSelf
    case 'means':
      return words.steps.means
    default:
      return step satisfies never
  }
}
