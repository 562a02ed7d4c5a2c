import { factsOf, skippedOf } from '../eligibility/conversation.ts'
import { keptConversation } from '../entitled/kept.ts'
import { givenOf } from './form/answers.ts'
import type { Form, Who } from './form/form.ts'

/** What the person already said in "am I entitled?", so that it is not asked again; null when nothing new. */
export function takeover(form: Form): Partial<Form> | null {
  const talk = keptConversation()
  const facts = factsOf(talk)
  if (talk.asked.length === 0 || facts.matter === undefined) return null
  if (form.matter !== '' && form.matter !== facts.matter) return null
  const role = facts.applicantRole
  const who: Who | '' =
    role === 'self' || role === 'selfMinor' ? 'self' : role === undefined || role === 'other' ? '' : 'family'
  const { matter, ...rest } = facts
  return {
    matter,
    facts: { ...rest, ...form.facts },
    skipped: [...new Set([...form.skipped, ...skippedOf(talk)])],
    answers:
      form.answers.length > 0
        ? form.answers
        : talk.asked
            .filter(({ question }) => question.key !== 'matter' && question.key !== 'applicantRole')
            .map((one) => givenOf(one.question, one.answer)),
    who: form.who || who,
  }
}
