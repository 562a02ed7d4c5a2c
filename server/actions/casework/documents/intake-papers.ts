import { reviewEnd } from '@fatong/casework/application/clocks.ts'
import { CHANNELS, MATERIAL_KINDS, PROXY_RELATIONS } from '@fatong/casework/vocabulary.ts'
import { localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { meansRoute } from '@fatong/law/legal-aid/means-route.ts'
import { thresholdFor } from '@fatong/law/legal-aid/means-threshold/threshold.ts'
import type { PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import { yuan } from './sums.ts'
import {
  assessmentOf,
  caseFacts,
  matterOf,
  opponentsOf,
  recipientOf,
  serviceOf,
  type PaperContext,
  type PaperData,
} from './paper.ts'

/** Identity number and phone are left for the moment the paper is opened: they are stored once, encrypted. */
export function applicationForm({ state }: PaperContext): PaperData<'applicationForm'> {
  const { form } = state
  return {
    applicant: recipientOf(state),
    idKind: '居民身份证',
    idNumber: '（见加密存储）',
    phone: '（见加密存储）',
    appliedBy: form?.proxy ? 'proxy' : 'self',
    proxyName: form?.proxy?.name,
    proxyRelation: form?.proxy && PROXY_RELATIONS[form.proxy.relation],
    helper: form?.helper?.name,
    matter: matterOf(state),
    serviceForm: serviceOf(state),
    opponent: opponentsOf(state),
    means: 'check',
    story: form?.story ?? '',
    materials: state.materials
      .filter((m) => m.kind !== 'signature')
      .map((m) => ({ name: `${MATERIAL_KINDS[m.kind]}（${m.name}）`, copies: '1' })),
    signedOn: localDateOf(form?.consents.at ?? state.openedAt),
  }
}

/** Whether means are looked at: only then the person states them (法援法 41). Who is exempt or waived (法援法 32, 42) states nothing. */
export function meansAreChecked(paper: PaperContext): boolean {
  const found = assessmentOf(paper)
  if (!found) return false
  const route = meansRoute(found.means)
  return route === 'threshold' || route === 'none'
}

/** 经济困难状况说明表, from what was answered on the way; what nobody asked stays open for the pen. The family is filled in when the paper is opened. */
export function meansStatement({ state, parameters }: PaperContext): PaperData<'meansStatement'> {
  const { facts, consents } = state.form ?? { facts: {}, consents: undefined }
  const { householdSize: persons, householdMonthlyIncome: income, ownMonthlyIncome: own } = facts
  return {
    applicant: recipientOf(state),
    idNumber: '（见加密存储）',
    phone: '（见加密存储）',
    householdSize: persons === undefined ? '未填写' : `${persons} 人（含本人）`,
    members: [{ name: recipientOf(state), relation: '本人', monthlyIncome: own === undefined ? '未填写' : yuan(own) }],
    ...(income === undefined ? {} : { householdIncome: yuan(income) }),
    ...standardOf(facts, localDateOf(state.openedAt), parameters),
    monthlyIncomePerPerson: persons === undefined || income === undefined ? '未填写' : yuan(income / persons),
    waiver: 'none',
    verification: consents?.meansQuery ? 'query' : 'pledge',
    signedOn: localDateOf(consents?.at ?? state.openedAt),
  }
}

/** The figure the income is held against, as it stood that day; left open where home or service make it another one or nobody entered it. */
function standardOf(
  { residence, serviceIdentity }: PartialFacts,
  asOf: LocalDate,
  parameters: ParameterSet,
): { standard?: string } {
  if (residence === undefined || serviceIdentity !== 'none') return {}
  const threshold = thresholdFor({ parameters, asOf, military: false, rural: residence === 'rural' })
  return threshold === 'unknown'
    ? {}
    : { standard: `人均月收入${threshold.inclusive ? '不高于' : '低于'} ${yuan(threshold.sum)}` }
}

export function receiptVoucher(paper: PaperContext): PaperData<'receiptVoucher'> {
  const { state, by, head } = paper
  const given = state.materials.filter((m) => m.kind !== 'signature')
  const materials = [
    {
      name: '法律援助申请表',
      form: '电子',
      copies: '1',
      pages: '1',
      receivedOn: localDateOf(state.openedAt) as string,
    },
  ]
  for (const m of given)
    materials.push({
      name: `${MATERIAL_KINDS[m.kind]}（${m.name}）`,
      form: '电子照片',
      copies: '1',
      pages: '1',
      receivedOn: localDateOf(m.addedAt),
    })
  return {
    ...caseFacts(paper),
    applicant: recipientOf(state),
    materials,
    totalCount: `${materials.length} 份`,
    receivedBy: by,
    receivedThrough: state.form?.helper ? CHANNELS.assisted : CHANNELS.web,
    decideBy: reviewEnd(state, paper.calendar).lastDay,
    phone: head.phone,
  }
}

export function supplementNotice(paper: PaperContext, contradiction?: string): PaperData<'supplementNotice'> {
  const { state, by, head } = paper
  return {
    ...caseFacts(paper),
    applicant: recipientOf(state),
    items: (state.supplement?.items ?? []).map((i) => ({
      code: i.code,
      name: i.wording.split('（')[0] ?? i.wording,
      requirement: i.wording,
    })),
    dueOn: state.supplement?.deadline ?? localDateOf(paper.now),
    howToSubmit: '在手机上打开“我的案子”上传照片，或送到就近的公共法律服务站点',
    contact: by,
    phone: head.phone,
    repeatedBecause: contradiction,
  }
}

export function deemedWithdrawnNotice(paper: PaperContext): PaperData<'deemedWithdrawnNotice'> {
  const { state, head } = paper
  const notice = state.issued.findLast((i) => i.event === 'supplementRequested')
  const first = state.supplement?.extensions?.[0]
  return {
    ...caseFacts(paper),
    applicant: recipientOf(state),
    noticeNumber: notice?.documentNumber ?? '',
    noticedOn: localDateOf(state.supplement?.requestedAt ?? paper.now),
    dueOn: first?.from ?? state.supplement?.deadline ?? localDateOf(paper.now),
    extendedTo: first && state.supplement?.deadline,
    missing: (state.supplement?.items ?? []).map((i) => ({ name: i.wording })),
    phone: head.phone,
    address: head.address,
  }
}

export function transferLetter(paper: PaperContext): PaperData<'officialLetter'> {
  const { state, by, head } = paper
  return {
    addressee: state.transfer?.to ?? '',
    caseNumber: state.number,
    recipient: recipientOf(state),
    matter: matterOf(state),
    purpose: 'transfer',
    body: state.transfer?.reason,
    contact: by,
    phone: head.phone,
  }
}

export function verificationLetter(paper: PaperContext): PaperData<'officialLetter'> {
  const { state, by, head } = paper
  return {
    addressee: state.verification?.agency ?? '',
    caseNumber: state.number,
    recipient: recipientOf(state),
    matter: matterOf(state),
    purpose: 'other',
    body: `请协助核查：${state.verification?.question ?? ''}`,
    contact: by,
    phone: head.phone,
  }
}
