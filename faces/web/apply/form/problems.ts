import { namesListed } from '../../../ui/names-listed.ts'
import { fenOf } from '../../../ui/money.ts'
import { idState, tidyId } from '../../people/id-number.ts'
import { words } from '../../words/problems.ts'
import { applyingAlone, guardianProblems } from './guardian.ts'
import { handOnProblems } from './hand-on.ts'
import { isTold, type FamilyForm, type Form, type OpponentForm, type PersonForm, type StepId } from './form.ts'

/** Field id (the contract's path) -> what to do. */
export type Problems = Record<string, string>
/** `custodyPlace`: the helper works where people are held. */
export interface Around {
  today: string
  now: number
  signed: boolean
  assist: boolean
  custodyPlace: boolean
}

const PHONE = /^1[3-9]\d{9}$/
const long = (text: string, max: number): boolean => text.trim().length > max

/** What keeps a step from being finished, in the order of the screen. Mirrors the contract, which has the last word. */
export function problemsOf(step: StepId, form: Form, around: Around): Problems {
  const found: Problems = {}
  const add = (field: string, wrong: boolean, says: string) => {
    if (wrong && !(field in found)) found[field] = says
  }
  switch (step) {
    case 'matter':
      add('matter', form.matter === '', words.matter)
      break
    case 'who':
      add('who', form.who === '', words.who)
      add('who', applyingAlone(form, around), words.guardian)
      add('relation', form.who === 'family' && form.relation === '', words.relation)
      Object.assign(found, handOnProblems(form, around))
      break
    case 'person':
      if (form.who === 'family') Object.assign(found, personProblems('proxy.person', form.proxy, true))
      Object.assign(found, personProblems('applicant', form.applicant, form.who !== 'family'))
      add(
        'applicant.idNumber',
        form.who === 'family' && tidyId(form.proxy.idNumber) === tidyId(form.applicant.idNumber),
        words.sameId,
      )
      for (const [field, says] of Object.entries(guardianProblems(form, around))) add(field, true, says)
      break
    case 'opponent':
      form.opponents.forEach((one, index) => Object.assign(found, opponentProblems(`opponents.${index}`, one)))
      break
    case 'story':
      add('story', form.story.trim() === '', words.story)
      add('story', long(form.story, 5000), words.storyLong(form.story.trim().length - 5000))
      add('happenedOn', form.happenedOn > around.today, words.future)
      add('claimFen', form.claimYuan.trim() !== '' && fenOf(form.claimYuan) === null, words.claim)
      break
    case 'family':
      form.family.forEach((one, index) => {
        if (isTold(one)) Object.assign(found, familyProblems(`family.${index}`, one))
      })
      break
    case 'hardship':
      add('assets.more', long(form.assets.more, 300), words.ticked)
      add('burdens.more', long(form.burdens.more, 300), words.ticked)
      break
    case 'consent':
      add('consents.notice', !form.consents.agreed || form.consents.notice === '', words.agreed)
      add('consents.sensitive', !form.consents.sensitive, words.sensitive)
      break
    case 'signature':
      add('signature', !around.signed, words.signature)
      break
    case 'review':
      add('pledge', !form.pledge, words.pledge)
      break
    case 'means':
    case 'photos':
    case 'phone':
      break
    default:
      return step satisfies never
  }
  return found
}

function personProblems(
  at: string,
  { name, idNumber, phone, address, ethnicity, occupation, registeredAddress }: PersonForm,
  phoneNeeded: boolean,
): Problems {
  const found: Problems = {}
  if (name.trim() === '') found[`${at}.name`] = words.name
  else if (long(name, 50)) found[`${at}.name`] = words.nameLong
  const id = idState(idNumber)
  if (id !== 'good') found[`${at}.idNumber`] = id === 'wrong' ? words.idWrong : words.idNumber
  if (phone.trim() === '' ? phoneNeeded : !PHONE.test(phone.trim()))
    found[`${at}.phone`] = phone.trim() === '' ? words.phoneNeeded : words.phone
  if (long(address, 200)) found[`${at}.address`] = words.addressLong
  if (long(registeredAddress, 200)) found[`${at}.registeredAddress`] = words.addressLong
  if (long(ethnicity, 20)) found[`${at}.ethnicity`] = words.ethnicityLong
  if (long(occupation, 50)) found[`${at}.occupation`] = words.occupationLong
  return found
}

function familyProblems(at: string, { name, relation, occupation, monthlyYuan }: FamilyForm): Problems {
  const found: Problems = {}
  if (name.trim() === '') found[`${at}.name`] = words.familyName
  else if (long(name, 50)) found[`${at}.name`] = words.nameLong
  if (relation === '') found[`${at}.relation`] = words.familyRelation
  if (long(occupation, 50)) found[`${at}.occupation`] = words.occupationLong
  if (monthlyYuan.trim() !== '' && fenOf(monthlyYuan) === null) found[`${at}.monthlyIncomeFen`] = words.income
  return found
}

function opponentProblems(at: string, { name, kind, creditCode, affiliates, phone, address }: OpponentForm): Problems {
  const found: Problems = {}
  if (kind === '') found[`${at}.kind`] = words.opponentKind
  if (name.trim() === '') found[`${at}.name`] = words.opponent
  else if (long(name, 100)) found[`${at}.name`] = words.opponentLong
  if (kind === 'organisation' && creditCode.trim() !== '' && !/^[0-9A-Z]{18}$/.test(creditCode.trim().toUpperCase()))
    found[`${at}.creditCode`] = words.creditCode
  const companies = kind === 'organisation' ? namesListed(affiliates) : []
  if (companies.length > 10) found[`${at}.affiliates`] = words.affiliatesMany
  else if (companies.some((one) => long(one, 100))) found[`${at}.affiliates`] = words.affiliateLong
  if (long(phone, 30)) found[`${at}.phone`] = words.opponentPhoneLong
  if (long(address, 200)) found[`${at}.address`] = words.addressLong
  return found
}

/** The step a field of the contract belongs to, for the server's own complaints. */
export function stepOfField(path: string): StepId {
  const [first = '', second = ''] = path.split('.')
  if (first === 'forPapers') return second === 'assets' || second === 'burdens' ? 'hardship' : 'person'
  const steps: Record<string, StepId> = {
    matter: 'matter',
    serviceForm: 'matter',
    proxy: 'person',
    applicant: 'person',
    opponents: 'opponent',
    story: 'story',
    happenedOn: 'story',
    claimFen: 'story',
    facts: 'means',
    household: 'means',
    family: 'family',
    consents: 'consent',
    pledge: 'review',
    wishes: 'story',
    handOn: 'who',
  }
  return steps[first] ?? 'review'
}
