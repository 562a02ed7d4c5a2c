import { ageAt, birthDateOf } from '../../people/id-number.ts'
import { words } from '../../words/apply.ts'
import { words as problemWords } from '../../words/problems.ts'
import type { Form } from './form.ts'
import type { Problems } from './problems.ts'

interface Around {
  today: string
  assist: boolean
}

/** The number says that the applicant is not yet 14: a parent or guardian consents (个人信息保护法 31). */
export function isUnder14({ applicant }: Pick<Form, 'applicant'>, today: string): boolean {
  const birth = birthDateOf(applicant.idNumber)
  return birth !== undefined && ageAt(birth, today) < 14
}

/** Somebody other than the guardian may stand in only where the guardian does harm, so that has to be said (rule book PR-5). */
export function asksAboutGuardian(form: Form, { today, assist }: Around): boolean {
  if (!isUnder14(form, today)) return false
  if (form.who !== 'family') return assist
  return (
    !assist && form.relation !== '' && !['legalRepresentative', 'parent', 'authorizedAgent'].includes(form.relation)
  )
}

/** Whether the guardian is the one who does harm, kept with the questions of the rules: it is one, and is not asked again. */
export function withGuardianIsOpponent(
  { facts, answers }: Form,
  guardianIsOpponent: boolean,
): Pick<Form, 'facts' | 'answers'> {
  const { opponent, yes, no } = words.guardian
  const given = { key: 'guardianIsOpponent', question: opponent, answer: guardianIsOpponent ? yes : no }
  return {
    facts: { ...facts, guardianIsOpponent },
    answers: [...answers.filter(({ key }) => key !== given.key), given],
  }
}

/** A child who chose to apply alone: shown at the choice itself. The server has the same rule and the last word. */
export const applyingAlone = (form: Form, { today, assist }: Around): boolean =>
  !assist && form.who !== '' && form.who !== 'family' && isUnder14(form, today)

/** What is still missing on the step of the persons. */
export function guardianProblems(form: Form, around: Around): Problems {
  if (!isUnder14(form, around.today)) return {}
  if (applyingAlone(form, around)) return { 'applicant.idNumber': problemWords.guardian }
  if (form.who === 'family' && form.relation === '') return { relation: problemWords.relation }
  if (form.who === 'family' && form.relation === 'authorizedAgent' && !around.assist)
    return { relation: problemWords.guardianNotAgent }
  if (!asksAboutGuardian(form, around)) return {}
  const { guardianIsOpponent } = form.facts
  if (guardianIsOpponent === undefined) return { guardianIsOpponent: problemWords.guardianAsked }
  return guardianIsOpponent ? {} : { guardianIsOpponent: problemWords.guardian }
}
