import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, test } from 'vitest'
import { availableCommands } from './available.ts'
import { clocksOf } from './clocks.ts'
import type { Command } from './commands.ts'
import { isOfRecipient, openReports, reportsOf } from './ending-reports.ts'
import { evolve, fold } from './evolve.ts'
import { nextStep } from './next-step.ts'
import { PERMISSIONS } from './permissions.ts'
import { serviceFor } from './service.ts'
import * as p from './testing/people.ts'
import type { ApplicationForm } from './types.ts'

const submitWith = (over: Partial<ApplicationForm>): Command => ({
  type: 'submitApplication',
  form: { ...p.form, ...over },
  number: 'LX3',
  placeId: 'center',
  agencyId: 'center',
})
const proxy = (
  relation: NonNullable<ApplicationForm['proxy']>['relation'],
  matter: ApplicationForm['matter'] = 'laborRemuneration',
) =>
  submitWith({
    matter,
    applicant: { personId: 'person-5', name: '马老汉' },
    proxy: { personId: 'person-1', name: '马有财', relation },
  })

describe('谁可以申请', () => {
  test('a citizen brings their own application, or one as the proxy named in it', () => {
    expect(new p.Walk().try(p.applicant, p.submit).ok).toBe(true)
    expect(new p.Walk().try(p.stranger, p.submit)).toMatchObject({ refusal: 'proxyNotEntitled' })
    expect(new p.Walk().try(p.applicant, proxy('child')).ok).toBe(true)
  })
  test('in criminal cases grandchildren are no close relatives; with a written authority anybody may', () => {
    expect(new p.Walk().try(p.applicant, proxy('grandchild')).ok).toBe(true)
    expect(new p.Walk().try(p.applicant, proxy('grandchild', 'criminalDefense'))).toMatchObject({
      refusal: 'proxyNotEntitled',
    })
    expect(new p.Walk().try(p.applicant, proxy('authorizedAgent', 'criminalDefense')).ok).toBe(true)
  })
  test('帮办代办: the station puts it down', () => expect(new p.Walk().try(p.station, p.submit).ok).toBe(true))
  test('a child under 14 needs a parent or guardian until the day before the 14th birthday (PR-5)', () => {
    const [dayBefore, birthday] = [localDate('2012-11-24'), localDate('2012-11-23')]
    const child = (born: typeof birthday, over: Partial<ApplicationForm> = {}): Command =>
      ({ ...submitWith(over), born }) as Command
    expect(new p.Walk().try(p.applicant, child(dayBefore))).toEqual({ ok: false, refusal: 'guardianNeeded' })
    expect(new p.Walk().try(p.applicant, child(birthday)).ok).toBe(true)
    // the identity number goes before what was answered; without a number the answer counts
    expect(
      new p.Walk().try(p.applicant, child(dayBefore, { facts: { ...p.form.facts, birthDate: birthday } })),
    ).toMatchObject({ refusal: 'guardianNeeded' })
    expect(
      new p.Walk().try(p.applicant, submitWith({ facts: { ...p.form.facts, birthDate: dayBefore } })),
    ).toMatchObject({ refusal: 'guardianNeeded' })
  })
  test('who may stand for a child under 14: the guardian; where the guardian does harm, another relative or staff', () => {
    const ofChild = (relation: Parameters<typeof proxy>[0], guardianIsOpponent?: boolean): Command => {
      const command = proxy(relation) as Extract<Command, { type: 'submitApplication' }>
      return {
        ...command,
        born: localDate('2014-05-06'),
        form: {
          ...command.form,
          facts: { ...p.form.facts, ...(guardianIsOpponent === undefined ? {} : { guardianIsOpponent }) },
        },
      }
    }
    const needed = { refusal: 'guardianNeeded' }
    for (const relation of ['legalRepresentative', 'parent'] as const)
      expect(new p.Walk().try(p.applicant, ofChild(relation)).ok).toBe(true)
    expect(new p.Walk().try(p.applicant, ofChild('grandparent'))).toMatchObject(needed)
    expect(new p.Walk().try(p.applicant, ofChild('grandparent', true)).ok).toBe(true)
    expect(new p.Walk().try(p.applicant, ofChild('authorizedAgent', true))).toMatchObject(needed)
    expect(new p.Walk().try(p.station, ofChild('grandparent')).ok).toBe(true)
    const alone = (guardianIsOpponent: boolean): Command =>
      ({ ...submitWith({ facts: { ...p.form.facts, guardianIsOpponent } }), born: localDate('2014-05-06') }) as Command
    expect(new p.Walk().try(p.station, alone(false))).toMatchObject(needed)
    expect(new p.Walk().try(p.station, alone(true)).ok).toBe(true)
    expect(new p.Walk().do(p.station, alone(true)).events[0]?.data).not.toHaveProperty('born')
  })
  test('no consent, no signature, no application', () => {
    expect(
      new p.Walk().try(p.applicant, submitWith({ consents: { ...p.form.consents, sensitive: false } })),
    ).toMatchObject({ refusal: 'consentMissing' })
    expect(new p.Walk().try(p.applicant, submitWith({ signatureMaterialId: undefined }))).toMatchObject({
      refusal: 'signatureMissing',
    })
  })
})

describe('谁能办', () => {
  const allowed = (walk: p.Walk, actor: typeof p.clerk) =>
    availableCommands(walk.state!, p.contextOf(actor, walk.now))
      .filter((one) => one.allowed)
      .map((one) => one.command)
  test('the desk shows what can be done now, and why the rest has to wait', () => {
    expect(allowed(p.submitted(), p.clerk)).toEqual(
      expect.arrayContaining(['acceptApplication', 'requestSupplement', 'transferApplication']),
    )
    const later = availableCommands(p.submitted().state!, p.contextOf(p.approver, p.MORNING)).find(
      (one) => one.command === 'grantAid',
    )
    expect(later).toEqual({ command: 'grantAid', allowed: false, refusal: 'wrongStatus' })
    const same = availableCommands(
      p.accepted().state!,
      p.contextOf({ ...p.clerk, roles: ['reviewer', 'approver'] }, p.MORNING),
    ).find((one) => one.command === 'grantAid')
    expect(same?.refusal).toBe('sameReviewerAndApprover')
  })
  test('timed work may do nothing by itself: a deemed withdrawal is confirmed by a person', () => {
    const walk = p
      .submitted()
      .do(p.clerk, {
        type: 'requestSupplement',
        items: [{ code: 'identity', wording: '身份证' }],
        deadline: localDate('2026-11-24'),
        documentNumber: '补1',
      })
      .wait(5 * p.DAY)
    expect(walk.try(p.timer, { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' })).toMatchObject({
      refusal: 'notAllowed',
    })
    expect(allowed(walk, p.timer)).toEqual([])
  })
  test('a lawyer of another case is told so; the firm’s manager may accept for the firm', () => {
    expect(p.assigned().try(p.otherLawyer, { type: 'acceptAssignment' })).toMatchObject({
      refusal: 'notHandlingLawyer',
    })
    expect(p.assigned().try(p.firmManager, { type: 'acceptAssignment' }).ok).toBe(true)
    expect(p.assigned().try({ ...p.firmManager, placeId: 'firm-2' }, { type: 'acceptAssignment' }).ok).toBe(false)
  })
  test('no provider can move a case to its end alone (I7)', () => {
    for (const command of [
      'terminateAid',
      'decideReplacement',
      'approveSubsidy',
      'recordEvaluation',
      'grantAid',
    ] as const) {
      expect(PERMISSIONS[command].roles).not.toContain('lawyer')
      expect(PERMISSIONS[command].parties ?? []).not.toContain('handlingLawyer')
    }
  })
})

describe('回避（AC-12）', () => {
  test('nobody judges the objection to their own decision', () => {
    const both = { ...p.approver, roles: ['approver', 'bureauOfficer'] as typeof p.approver.roles }
    const walk = p.refusedCase().do(p.applicant, { type: 'fileObjection', statement: '不服' })
    const uphold: Command = { type: 'decideObjection', outcome: 'uphold', explanation: '正确', documentNumber: '异1' }
    expect(walk.try(both, uphold)).toMatchObject({ refusal: 'recusalRequired' })
    expect(walk.try(p.bureau, uphold).ok).toBe(true)
  })
  test('nobody pays a return visit to their own case (7.5)', () => {
    const self = { ...p.lawyer, roles: ['lawyer', 'qualityOfficer', 'fileReviewer'] as typeof p.lawyer.roles }
    const walk = p.inReview()
    expect(walk.try(self, { type: 'approveSubsidy', amountFen: 1 })).toMatchObject({ refusal: 'recusalRequired' })
    walk.do(p.fileReviewer, { type: 'approveSubsidy', amountFen: 1 })
    expect(walk.try(self, { type: 'recordEvaluation', satisfied: true, grade: 'good', note: '' })).toMatchObject({
      refusal: 'recusalRequired',
    })
  })
  test('an opponent does not assign, end, or grant', () => {
    const walk = new p.Walk()
      .do(p.applicant, submitWith({ opponents: [{ name: '周海燕', kind: 'person' }] }))
      .do(p.clerk, p.accept)
      .do(p.approver, p.grant)
    expect(walk.try(p.assigner, p.assign)).toMatchObject({ refusal: 'recusalRequired' })
  })
})

describe('刑事案件由谁承办', () => {
  const defence = () =>
    new p.Walk()
      .do(p.applicant, submitWith({ matter: 'criminalDefense', serviceForm: 'criminalDefense' }))
      .do(p.clerk, p.accept)
      .do(p.approver, p.grant)
  test('an applied-for defence can be assigned; how grave it is nobody said, so three years are asked for', () => {
    expect(defence().try(p.assigner, p.assign).ok).toBe(true)
    expect(
      defence().try(p.assigner, { ...p.assign, provider: { ...p.provider, criminalDefenseYears: 2 } }),
    ).toMatchObject({ refusal: 'lawyerNotQualified' })
  })
  const retrialOf = (facts: ApplicationForm['facts'], over: Partial<ApplicationForm> = {}) =>
    submitWith({
      matter: 'retrial',
      serviceForm: 'civilRepresentation',
      facts: { matter: 'retrial', retrialOpened: true, applicantRole: 'self', ...facts },
      ...over,
    })
  const retrial = (facts: ApplicationForm['facts']) =>
    new p.Walk().do(p.applicant, retrialOf(facts)).do(p.clerk, p.accept).do(p.approver, p.grant)
  const worker: Command = {
    ...p.assign,
    provider: { ...p.provider, kind: 'grassrootsLegalWorker', practiceYears: 0, criminalDefenseYears: 0 },
  }
  test('a retrial of a criminal case is a defence, whatever form of service was put down (AS-6, ND-4)', () => {
    const criminal = retrial({ retrialIsCriminal: true })
    expect(criminal.try(p.assigner, worker)).toMatchObject({ refusal: 'lawyerNotQualified' })
    expect(
      criminal.try(p.assigner, { ...p.assign, provider: { ...p.provider, criminalDefenseYears: 2 } }),
    ).toMatchObject({ refusal: 'lawyerNotQualified' })
    expect(criminal.try(p.assigner, p.assign).ok).toBe(true)
    expect(retrial({ retrialIsCriminal: false }).try(p.assigner, worker).ok).toBe(true)
    // Nobody was asked of which kind it is: a lawyer may take either, and years of defence are asked of nobody.
    expect(retrial({}).try(p.assigner, worker)).toMatchObject({ refusal: 'lawyerNotQualified' })
    expect(retrial({}).try(p.assigner, { ...p.assign, provider: { ...p.provider, criminalDefenseYears: 0 } }).ok).toBe(
      true,
    )
  })
  test('grandparents bring a retrial of a civil case, not one of a criminal case (刑诉法 108)', () => {
    const by = (retrialIsCriminal: boolean) =>
      new p.Walk().try(
        p.applicant,
        retrialOf(
          { retrialIsCriminal },
          {
            applicant: { personId: 'person-5', name: '马小虎' },
            proxy: { personId: 'person-1', name: '马有财', relation: 'grandparent' },
          },
        ),
      )
    expect(by(true)).toMatchObject({ refusal: 'proxyNotEntitled' })
    expect(by(false).ok).toBe(true)
  })
  test('the victim of a crime is represented, by a lawyer, of whom no years of defence are asked (ND-4)', () => {
    const victim = new p.Walk()
      .do(p.applicant, submitWith({ matter: 'criminalVictim', serviceForm: 'criminalDefense' }))
      .do(p.clerk, p.accept)
      .do(p.approver, p.grant)
    expect(victim.try(p.assigner, worker)).toMatchObject({ refusal: 'lawyerNotQualified' })
    expect(
      victim.try(p.assigner, {
        ...p.assign,
        provider: { ...p.provider, practiceYears: 2, criminalDefenseYears: 0 },
      }).ok,
    ).toBe(true)
  })
  test('a form of service for crimes beside wages changes nothing', () => {
    expect(serviceFor('laborRemuneration', {}, 'criminalDefense')).toBe('laborRepresentation')
    expect(serviceFor('laborRemuneration', {}, 'documentDrafting')).toBe('documentDrafting')
    expect(serviceFor('criminalDefense', {}, 'documentDrafting')).toBe('criminalDefense')
    expect(serviceFor('retrial', { retrialIsCriminal: true })).toBe('criminalDefense')
  })
  test('a minor’s defence needs a lawyer who knows minors', () => {
    const young = new p.Walk().do(p.clerk, {
      type: 'registerNotification',
      letter: { ...p.letter, ground: 'ND-1', defendant: { ...p.letter.defendant, birthDate: localDate('2010-01-01') } },
      number: 'LX4',
      placeId: 'center',
      agencyId: 'center',
      materials: [],
    })
    expect(young.try(p.assigner, p.assign)).toMatchObject({ refusal: 'lawyerNotQualified' })
    expect(young.try(p.assigner, { ...p.assign, provider: { ...p.provider, juvenileAware: true } }).ok).toBe(true)
  })
  test('death review asks for three years whatever the letter’s ground', () => {
    const review = new p.Walk().do(p.clerk, {
      type: 'registerNotification',
      letter: { ...p.letter, ground: 'ND-11', stage: 'deathReview' },
      number: 'LX5',
      placeId: 'center',
      agencyId: 'center',
      materials: [],
    })
    expect(review.try(p.assigner, { ...p.assign, provider: { ...p.provider, practiceYears: 2 } })).toMatchObject({
      refusal: 'lawyerNotQualified',
    })
  })
})

describe('先行援助', () => {
  const urgent = () =>
    p
      .accepted()
      .do(p.approver, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '急', documentNumber: '先1' })
      .do(p.assigner, p.assign)
  test('T9 has no promise of the day: no reason for delay is asked', () => {
    const walk = urgent()
      .wait(5 * p.DAY)
      .do(p.clerk, { type: 'completeFormalities', materials: [] })
    expect(walk.do(p.director, p.grant).state?.status).toBe('assigned')
  })
  test('refused after all, corrected by order: the case can be granted and assigned again', () => {
    const walk = urgent()
      .do(p.clerk, { type: 'completeFormalities', materials: [] })
      .do(p.director, { type: 'refuseAid', reasons: ['other'], explanation: '不符合', documentNumber: '不1' })
    expect(walk.state?.assignment).toBeUndefined()
    walk
      .do(p.applicant, { type: 'fileObjection', statement: '不服' })
      .do(p.bureau, {
        type: 'decideObjection',
        outcome: 'orderCorrection',
        explanation: '应当给',
        documentNumber: '异1',
      })
      .do(p.approver, { type: 'carryOutCorrection', note: '重审' })
      .do(p.clerk, { type: 'recordReview', review: { proposal: 'grant', note: '', assessmentVerdict: 'holds' } })
      .do(p.approver, p.grant)
      .do(p.assigner, p.assign)
    expect(walk.state?.status).toBe('assigned')
  })
  const underWay = () =>
    urgent()
      .do(p.lawyer, { type: 'acceptAssignment' })
      .do(p.lawyer, {
        type: 'recordEngagement',
        signedOn: localDate('2026-11-23'),
        materials: [],
      })
  const wish: Command = { type: 'requestReplacement', reason: '联系不上' }
  const change: Command = { type: 'decideReplacement', approve: true, reason: '属实' }
  const next = (walk: p.Walk) => nextStep(walk.state!, walk.now, { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR })
  const pending = (walk: p.Walk) =>
    clocksOf(walk.state!, walk.now, { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }).map(({ kind }) => kind)
  test('a lawyer under provisional aid can be changed like any other (T17), and the case stays under it', () => {
    const walk = underWay().do(p.applicant, wish)
    expect(walk.state).toMatchObject({ status: 'provisional', assignment: { provider: { staffId: 'lawyer-1' } } })
    expect(next(walk)).toMatchObject({ code: 'decideReplacement', actor: 'approver', lastDay: '2026-11-30' })
    expect(pending(walk)).toEqual(expect.arrayContaining(['replace', 'provisionalReminder']))
    expect(walk.try(p.applicant, wish)).toMatchObject({ refusal: 'alreadyDone' })
    expect(walk.try(p.assigner, p.assignOther)).toMatchObject({ refusal: 'alreadyDone' })
    expect(walk.try(p.lawyer, { type: 'startWork', meetingOn: localDate('2026-11-23'), note: '见' })).toMatchObject({
      refusal: 'wrongStatus',
    })
    walk.do(p.approver, change)
    expect(walk.state).toMatchObject({ status: 'provisional', declined: [{ staffId: 'lawyer-1', reason: 'replaced' }] })
    expect(walk.state?.assignment).toBeUndefined()
    expect(next(walk)).toMatchObject({ code: 'assignAnother', actor: 'assigner' })
    expect(pending(walk)).toContain('assign')
    walk.do(p.assigner, p.assignOther)
    expect(walk.state).toMatchObject({
      status: 'provisional',
      assignment: { provider: { staffId: 'lawyer-2' } },
      reassignment: { doneAt: walk.now },
    })
    expect(next(walk)).toMatchObject({ code: 'completeFormalities' })
    expect(fold(walk.events)).toEqual(walk.state)
  })
  test('the lawyer asks to be let go, and a wish turned down leaves everything as it was', () => {
    const walk = underWay().do(p.lawyer, wish)
    expect(walk.events.at(-1)).toMatchObject({ data: { by: 'provider' } })
    walk.do(p.approver, { type: 'decideReplacement', approve: false, reason: '没有依据' })
    expect(walk.state).toMatchObject({ status: 'provisional', assignment: { provider: { staffId: 'lawyer-1' } } })
    expect(next(walk)).toMatchObject({ code: 'completeFormalities' })
    expect(walk.try(p.lawyer, { type: 'startWork', meetingOn: localDate('2026-11-23'), note: '见' }).ok).toBe(true)
    expect(walk.try(p.approver, change)).toMatchObject({ refusal: 'wrongStatus' })
    expect(p.provisional().try(p.applicant, wish)).toMatchObject({ refusal: 'wrongStatus' })
    expect(p.provisional().try(p.approver, change)).toMatchObject({ refusal: 'wrongStatus' })
  })
  test('the decision on the aid does not wait for it: granted, the change goes on; refused, it is over', () => {
    const papersIn = (walk: p.Walk) => walk.do(p.clerk, { type: 'completeFormalities', materials: [] })
    const asked = papersIn(underWay().do(p.applicant, wish)).do(p.approver, p.grant)
    expect(asked.state).toMatchObject({ status: 'reassigning', replacement: { statusBefore: 'engaged' } })
    expect(asked.do(p.approver, { type: 'decideReplacement', approve: false, reason: '没有依据' }).state?.status).toBe(
      'engaged',
    )
    const wanted = papersIn(underWay().do(p.applicant, wish).do(p.approver, change)).do(p.approver, p.grant)
    expect(wanted.state?.status).toBe('reassigning')
    expect(wanted.do(p.assigner, p.assignOther).state?.status).toBe('assigned')
    const refused = papersIn(underWay().do(p.applicant, wish)).do(p.approver, {
      type: 'refuseAid',
      reasons: ['matterOutOfScope'],
      explanation: '不在范围',
      documentNumber: '不1',
    })
    expect(refused.state?.status).toBe('refused')
    expect(refused.state?.replacement).toBeUndefined()
  })
  test('before the papers are in there is no decision', () =>
    expect(urgent().try(p.director, p.grant)).toMatchObject({ refusal: 'materialsMissing' }))
})

describe('以收入高为由不予援助（法律援助法 32）', () => {
  const forMeans: Command = {
    type: 'refuseAid',
    reasons: ['meansExceeded'],
    explanation: '收入高于标准',
    documentNumber: '不1',
  }
  const toDecide = (matter: ApplicationForm['matter'], facts: ApplicationForm['facts']) =>
    new p.Walk()
      .do(p.applicant, submitWith({ matter, serviceForm: 'civilRepresentation', facts: { matter, ...facts } }))
      .do(p.clerk, p.accept)
  test('遭受家庭暴力的不受经济困难条件限制: the reason is refused, with its article; another reason is not', () => {
    const walk = toDecide('domesticViolence', { applicantRole: 'self' })
    expect(walk.try(p.approver, forMeans)).toMatchObject({
      refusal: 'groundNotApplicable',
      data: {
        reasons: ['本案不受经济困难条件限制，不能以收入高为由不给援助。《法律援助法》第32条第4项（法）'],
      },
    })
    expect(walk.try(p.approver, { ...forMeans, reasons: ['noFactualBasis', 'meansExceeded'] })).toMatchObject({
      refusal: 'groundNotApplicable',
    })
    expect(walk.do(p.approver, { ...forMeans, reasons: ['noFactualBasis'] }).state?.status).toBe('refused')
  })
  test('要看收入的、免予核查的、还没弄清的, the approver may refuse for means', () => {
    for (const facts of [{ serviceIdentity: 'none' }, {}] as const)
      expect(toDecide('familyMatters', facts).try(p.approver, forMeans).ok).toBe(true)
    expect(p.accepted().try(p.approver, forMeans).ok).toBe(true)
  })
})

describe('受援人要求结束', () => {
  test('after the grant a withdrawal is an end of the aid at the recipient’s wish (TM-7), which the recipient asks for', () => {
    const walk = p.inProgress()
    expect(walk.try(p.applicant, { type: 'withdrawApplication', reason: '和解' })).toMatchObject({
      refusal: 'wrongStatus',
      data: { instead: { command: 'reportTerminationGround', ground: 'TM-7' } },
    })
    expect(walk.try(p.applicant, { type: 'reportTerminationGround', ground: 'TM-1', note: '…' })).toMatchObject({
      refusal: 'groundNotApplicable',
    })
    expect(
      walk.do(p.applicant, { type: 'reportTerminationGround', ground: 'TM-7', note: '和解了' }).state,
    ).toMatchObject({ status: 'inProgress', terminationReport: { ground: 'TM-7' } })
  })
  const ask: Command = { type: 'reportTerminationGround', ground: 'TM-7', note: '嫌慢' }
  const decline: Command = { type: 'declineTermination', reason: '案子下周开庭，这时结束对您不利' }
  test('TM-7 wants a good reason: the agency may find none, says why, and the aid goes on as it stood (法律援助法 48)', () => {
    const walk = p.inProgress().do(p.applicant, ask)
    const { status, assignment } = walk.state!
    walk.wait(30).do(p.approver, decline)
    expect(walk.state).toMatchObject({
      status,
      assignment,
      terminationReport: { ground: 'TM-7', declined: { by: { id: 'approver-1' }, reason: decline.reason } },
    })
    expect(walk.events.at(-1)).toMatchObject({
      type: 'terminationDeclined',
      data: { ground: 'TM-7', reportedBy: 'recipient' },
    })
    expect(openReports(walk.state!)).toEqual([])
  })
  test('an answer takes a question: nothing was asked, or it was answered, or the case has left the hands', () => {
    expect(p.inProgress().try(p.approver, decline)).toMatchObject({ refusal: 'noTerminationReport' })
    const answered = p.inProgress().do(p.applicant, ask).do(p.approver, decline)
    expect(answered.try(p.approver, decline)).toMatchObject({ refusal: 'noTerminationReport' })
    expect(p.refusedCase().try(p.approver, decline)).toMatchObject({ refusal: 'wrongStatus' })
  })
  test('asked again after the answer, it waits for an answer again; it may still be granted then', () => {
    const walk = p.inProgress().do(p.applicant, ask).do(p.approver, decline).wait(p.DAY).do(p.applicant, ask)
    expect(openReports(walk.state!)).toMatchObject([{ ground: 'TM-7', at: walk.now }])
    expect(
      walk.do(p.approver, {
        type: 'terminateAid',
        ground: 'TM-7',
        evidence: ['书面申请'],
        explanation: '本人坚持',
        documentNumber: '终1',
      }).state,
    ).toMatchObject({ status: 'terminated' })
    expect(openReports(walk.state!)).toEqual([])
  })
  test('what was asked before an end that had to be revoked is over (T26)', () => {
    const walk = p.inProgress().do(p.applicant, ask).wait(60)
    walk
      .do(p.approver, {
        type: 'terminateAid',
        ground: 'TM-7',
        evidence: ['书面申请'],
        explanation: '同意',
        documentNumber: '终1',
      })
      .do(p.applicant, { type: 'fileObjection', statement: '不想结束了' })
      .do(p.bureau, { type: 'decideObjection', outcome: 'orderCorrection', explanation: '改', documentNumber: '异1' })
      .wait(60)
      .do(p.approver, { type: 'carryOutCorrection', note: '改' })
    expect(openReports(walk.state!)).toEqual([])
    expect(walk.try(p.approver, decline)).toMatchObject({ refusal: 'noTerminationReport' })
  })
  test('TM-7 ends nothing unless the recipient has asked and waits for the answer (I7)', () => {
    const end: Command = {
      type: 'terminateAid',
      ground: 'TM-7',
      evidence: ['谈话笔录'],
      explanation: '受援人要求',
      documentNumber: '终1',
    }
    const missing = { refusal: 'recipientRequestMissing', data: { reasons: ['这个理由要由受援人自己提出。'] } }
    const walk = p.inProgress()
    expect(walk.try(p.approver, end)).toMatchObject(missing)
    walk.do(p.lawyer, { type: 'reportTerminationGround', ground: 'TM-4', note: '工资涨了' })
    expect(walk.try(p.approver, end)).toMatchObject(missing)
    // What was asked and turned down is answered; a new wish is a new request.
    walk.do(p.applicant, ask).do(p.approver, decline)
    expect(walk.try(p.approver, end)).toMatchObject(missing)
    expect(walk.do(p.clerk, ask).try(p.approver, end).ok).toBe(true)
    // The button stays live for all other grounds.
    const offered = availableCommands(p.inProgress().state!, p.contextOf(p.approver, p.MORNING))
    expect(offered.find(({ command }) => command === 'terminateAid')).toMatchObject({ allowed: true })
  })
  const change: Command = { type: 'reportTerminationGround', ground: 'TM-4', note: '工资涨了' }
  test('a report by somebody else takes no answer from the recipient: one answer is given to all that wait', () => {
    for (const order of [
      [p.applicant, p.lawyer],
      [p.lawyer, p.applicant],
    ]) {
      const walk = p.inProgress()
      for (const who of order) walk.do(who, who === p.lawyer ? change : ask).wait(5)
      expect(openReports(walk.state!).map(({ ground }) => ground)).toEqual(
        order[0] === p.lawyer ? ['TM-4', 'TM-7'] : ['TM-7', 'TM-4'],
      )
      walk.do(p.approver, decline)
      expect(walk.events.at(-1)).toMatchObject({ data: { ground: 'TM-7', reportedBy: 'recipient', also: ['TM-4'] } })
      expect(openReports(walk.state!)).toEqual([])
      expect(reportsOf(walk.state!).map(({ declined }) => declined?.reason)).toEqual([decline.reason, decline.reason])
      expect(walk.try(p.approver, decline)).toMatchObject({ refusal: 'noTerminationReport' })
      expect(fold(walk.events)).toEqual(walk.state)
    }
  })
  test('an answer given earlier stands when somebody reports afterwards', () => {
    const walk = p.inProgress().do(p.applicant, ask).do(p.approver, decline).wait(5).do(p.lawyer, change)
    const later: Command = { type: 'declineTermination', reason: '收入没有超过标准' }
    walk.do(p.approver, later)
    expect(walk.events.at(-1)).toMatchObject({ data: { ground: 'TM-4', reportedBy: 'provider' } })
    expect(walk.events.at(-1)?.data).not.toHaveProperty('also')
    expect(reportsOf(walk.state!).map(({ declined }) => declined?.reason)).toEqual([decline.reason, later.reason])
  })
  test('an end that is decided answers all that waited', () => {
    const walk = p.inProgress().do(p.applicant, ask).wait(5).do(p.lawyer, change)
    walk.do(p.approver, {
      type: 'terminateAid',
      ground: 'TM-7',
      evidence: ['书面申请'],
      explanation: '同意',
      documentNumber: '终1',
    })
    expect(openReports(walk.state!)).toEqual([])
  })
  test('TM-7 spoken at the counter is the recipient’s, whoever typed it', () => {
    const walk = p.inProgress().do(p.clerk, ask)
    expect(openReports(walk.state!).filter(isOfRecipient)).toHaveLength(1)
    walk.do(p.approver, decline)
    expect(walk.events.at(-1)).toMatchObject({ data: { ground: 'TM-7', reportedBy: 'recipient' } })
  })
  test('a history written before reads the same: an answer without `also` was one to the only report', () => {
    const walk = p.inProgress().do(p.clerk, ask).do(p.approver, decline)
    const last = walk.events.at(-1)!
    const old = { ...last, data: { ground: 'TM-7', reportedBy: 'agency', reason: decline.reason } } as typeof last
    const state = evolve(fold(walk.events.slice(0, -1)), old)
    expect(state).toEqual(walk.state)
    expect(state).not.toHaveProperty('earlierReports')
  })
  test('only the agency answers, with a reason, and nobody in a case of their own (I7, AC-12)', () => {
    const walk = p.inProgress().do(p.lawyer, { type: 'reportTerminationGround', ground: 'TM-6', note: '另请' })
    for (const other of [p.applicant, p.clerk, p.assigner, p.lawyer, p.firmManager, p.bureau, p.timer])
      expect(walk.try(other, decline), other.name).toMatchObject({ ok: false })
    expect(walk.try(p.approver, { type: 'declineTermination', reason: ' ' })).toMatchObject({
      refusal: 'reasonMissing',
    })
    expect(walk.try({ ...p.approver, name: '马有财' }, decline)).toMatchObject({ refusal: 'recusalRequired' })
    walk.do(p.director, decline)
    expect(walk.events.at(-1)).toMatchObject({ data: { ground: 'TM-6', reportedBy: 'provider' } })
  })
  test('TM-4 ends nothing where means do not count', () => {
    const end: Command = {
      type: 'terminateAid',
      ground: 'TM-4',
      evidence: ['工资单'],
      explanation: '收入变好',
      documentNumber: '终1',
    }
    const violence = new p.Walk()
      .do(
        p.applicant,
        submitWith({
          matter: 'domesticViolence',
          serviceForm: 'civilRepresentation',
          facts: { matter: 'domesticViolence', applicantRole: 'self' },
        }),
      )
      .do(p.clerk, p.accept)
      .do(p.approver, p.grant)
    expect(violence.try(p.approver, end)).toMatchObject({ refusal: 'groundNotApplicable' })
    expect(p.granted().try(p.approver, end).ok).toBe(true)
  })
})
