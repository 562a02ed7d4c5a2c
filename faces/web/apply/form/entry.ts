import { namesListed } from '../../../ui/names-listed.ts'
import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import { fenOf } from '../../../ui/money.ts'
import { tidyId } from '../../people/id-number.ts'
import { factsOfForm } from './facts.ts'
import { handOnEntry } from './hand-on.ts'
import {
  isTicked,
  isTold,
  type FamilyForm,
  type Form,
  type OpponentForm,
  type PersonForm,
  type TickedForm,
} from './form.ts'

const given = <K extends string>(key: K, typed: string): Partial<Record<K, string>> => {
  const text = typed.trim()
  return text === '' ? {} : ({ [key]: text } as Partial<Record<K, string>>)
}

const person = ({
  name,
  idNumber,
  phone,
  address,
  ethnicity,
  occupation,
}: PersonForm): ApplicationEntry['applicant'] => ({
  name: name.trim(),
  idNumber: tidyId(idNumber),
  ...given('phone', phone),
  ...given('address', address),
  ...given('ethnicity', ethnicity),
  ...given('occupation', occupation),
})

const opponent = ({
  name,
  kind,
  creditCode,
  affiliates,
  phone,
  address,
}: OpponentForm): ApplicationEntry['opponents'][number] => ({
  name: name.trim(),
  kind: kind === 'person' ? 'person' : 'organisation',
  ...(kind === 'organisation' ? given('creditCode', creditCode.toUpperCase()) : {}),
  ...(kind === 'organisation' && namesListed(affiliates).length > 0 ? { affiliates: namesListed(affiliates) } : {}),
  ...given('phone', phone),
  ...given('address', address),
})

function wishesOf({ lawyerGender, language, lawyerId }: Form): Pick<ApplicationEntry, 'wishes'> {
  if (lawyerGender === '' && language === '' && lawyerId === '') return {}
  return {
    wishes: {
      ...(lawyerGender === '' ? {} : { lawyerGender }),
      ...given('language', language),
      ...given('lawyerId', lawyerId),
    },
  }
}

type Relative = NonNullable<ApplicationEntry['family']>[number]
/** An empty row was opened and left: nobody. */
function relatives(family: readonly FamilyForm[]): Relative[] {
  return family.filter(isTold).map(({ name, relation, occupation, monthlyYuan }) => {
    const monthlyIncomeFen = monthlyYuan.trim() === '' ? null : fenOf(monthlyYuan)
    return {
      name: name.trim(),
      relation: relation === '' ? 'other' : relation,
      ...given('occupation', occupation),
      ...(monthlyIncomeFen === null ? {} : { monthlyIncomeFen }),
    }
  })
}

const ticked = <K extends string>({ kinds, more }: TickedForm<K>): { kinds: K[]; more?: string } | undefined =>
  isTicked({ kinds, more }) ? { kinds, ...given('more', more) } : undefined
/** What only papers show; absent when nothing was told. */
function forPapers({ applicant, groups, assets, burdens }: Form): Pick<ApplicationEntry, 'forPapers'> {
  const [owns, bears] = [ticked(assets), ticked(burdens)]
  const told = {
    ...given('registeredAddress', applicant.registeredAddress),
    ...(groups.length > 0 ? { groups } : {}),
    ...(owns ? { assets: owns } : {}),
    ...(bears ? { burdens: bears } : {}),
  }
  return Object.keys(told).length > 0 ? { forPapers: told } : {}
}

/** The form as the contract wants it. Call it only when no step has a problem left. */
export function entryOf(form: Form, today: string): ApplicationEntry {
  const facts = factsOfForm(form, today)
  const claimFen = form.claimYuan.trim() === '' ? null : fenOf(form.claimYuan)
  const { householdSize, householdMonthlyIncome } = facts
  return {
    matter: form.matter as ApplicationEntry['matter'],
    facts,
    applicant: person(form.applicant),
    ...(form.who === 'family' && form.relation !== ''
      ? { proxy: { person: person(form.proxy), relation: form.relation } }
      : {}),
    opponents: form.opponents.map(opponent),
    story: form.story.trim(),
    ...(form.happenedOn ? { happenedOn: form.happenedOn } : {}),
    ...(claimFen === null ? {} : { claimFen }),
    ...(householdSize !== undefined && householdMonthlyIncome !== undefined
      ? { household: { members: householdSize, monthlyIncomeFen: Math.round(householdMonthlyIncome * 100) } }
      : {}),
    ...(form.family.some(isTold) ? { family: relatives(form.family) } : {}),
    ...forPapers(form),
    ...handOnEntry(form),
    ...wishesOf(form),
    consents: { notice: form.consents.notice, sensitive: true, meansQuery: form.consents.meansQuery },
    pledge: true,
  }
}
