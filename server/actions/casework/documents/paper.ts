import { serviceOfCase } from '@fatong/casework/application/service.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { localDateOf, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { assess, type EligibilityAssessment } from '@fatong/law/legal-aid/eligibility.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { legalLimitEnd, type LegalLimitKey } from '@fatong/law/legal-aid/deadlines.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import { SERVICE_FORMS } from '@fatong/casework/vocabulary.ts'
import type { DocumentData, IssuedKind } from '../../../documents/kinds.ts'

/** The agency as it signs papers. */
export interface Letterhead {
  agencyName: string
  bureauName: string
  phone: string
  address: string
  bureauPhone: string
  bureauAddress: string
}

/** What every paper is written from: the case after the command, and who wrote it. */
export interface PaperContext {
  state: CaseState
  now: Instant
  by: string
  head: Letterhead
  calendar: WorkCalendar
  parameters: ParameterSet
  /** where the applicant is held, when the application was put down there (AC-9) */
  custodyPlace?: string
}
/** Without the fields every document has; those are added where it is issued. */
export type PaperData<K extends IssuedKind> = Omit<
  DocumentData[K],
  'documentNumber' | 'agencyName' | 'issuedOn' | 'verifyUrl'
>

export const today = ({ now }: PaperContext): LocalDate => localDateOf(now)
export const recipientOf = (state: CaseState): string =>
  state.form?.applicant.name ?? state.letter?.defendant.name ?? ''
export const matterOf = (state: CaseState): string =>
  state.form ? MATTERS[state.form.matter].term : `刑事辩护（${state.letter?.charge ?? ''}）`
export const serviceOf = (state: CaseState): string => SERVICE_FORMS[serviceOfCase(state)]
export const opponentsOf = (state: CaseState): string | undefined => state.form?.opponents.map((o) => o.name).join('、')
/** 办案机关: as the letter says, or as was told when somebody was assigned. */
export const authorityOf = ({ letter, authority }: CaseState): string | undefined => letter?.authority ?? authority
export const limitDay = ({ calendar }: PaperContext, key: LegalLimitKey, from: Instant): LocalDate =>
  legalLimitEnd(key, from, calendar).lastDay

/** Required by a form, but nobody said it: left for the pen. */
export const BLANK = '＿＿＿＿＿＿'

/** The application judged as the law stood on the day it was made; nothing to judge where an authority wrote. */
export const assessmentOf = ({
  state: { form, openedAt },
  parameters,
  calendar,
}: PaperContext): EligibilityAssessment | undefined =>
  form && assess({ ...form.facts, matter: form.matter }, localDateOf(openedAt), parameters, calendar)

/** The case on the head of a paper. */
export const caseFacts = ({ state }: PaperContext) => ({
  caseNumber: state.number,
  matter: matterOf(state),
  appliedOn: localDateOf(state.openedAt),
})
export const STAGES: Record<NonNullable<CaseState['letter']>['stage'], string> = {
  investigation: '侦查',
  prosecution: '审查起诉',
  firstInstance: '一审',
  secondInstance: '二审',
  deathReview: '死刑复核',
  compulsoryTreatment: '强制医疗',
}
