import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { SameDayStep, Status } from '../vocabulary.ts'
import { withAffiliates } from './affiliates.ts'
import { withReport, withReportsDeclined } from './ending-reports.ts'
import type { EventOf, RecordedEvent } from './events.ts'
import { replacing } from './replacing.ts'
import type { CaseState, Pause, Person, StepRecord } from './state.ts'
import type { Material } from './types.ts'

/** Folds one event into the state. Knows no rules: what happened has happened. */
export function evolve(before: CaseState | null, event: RecordedEvent): CaseState {
  if (event.type === 'applicationSubmitted' || event.type === 'notificationRegistered') return opened(event)
  if (!before) throw new Error(`a case cannot begin with ${event.type}`)
  const state = apply({ ...before, version: event.version }, event)
  return 'documentNumber' in event.data && event.data.documentNumber
    ? {
        ...state,
        issued: [...state.issued, { event: event.type, documentNumber: event.data.documentNumber, at: event.at }],
      }
    : state
}

export const fold = (events: readonly RecordedEvent[]): CaseState | null =>
  events.reduce<CaseState | null>((state, event) => evolve(state, event), null)

type Later = Exclude<RecordedEvent, { type: 'applicationSubmitted' | 'notificationRegistered' }>
const byOf = (event: RecordedEvent): Person => ({ kind: event.actor.kind, id: event.actor.id, name: event.actor.name })

function opened(
  event: RecordedEvent & (EventOf<'applicationSubmitted'> | EventOf<'notificationRegistered'>),
): CaseState {
  const { number, placeId, agencyId } = event.data
  const base = {
    version: event.version,
    number,
    placeId,
    agencyId,
    pauses: [],
    declined: [],
    progress: [],
    messages: [],
    issued: [],
  }
  if (event.type === 'notificationRegistered') {
    return {
      ...base,
      status: 'notified',
      kind: 'notified',
      openedAt: event.data.letter.receivedAt,
      letter: event.data.letter,
      materials: event.data.materials,
      steps: { assign: { startedAt: event.at, paused: false } },
    }
  }
  const { form, handOnDueAt } = event.data
  const askedAt = form.handOn?.askedAt ?? event.at
  return {
    ...base,
    status: 'submitted',
    kind: 'application',
    openedAt: event.at,
    form,
    ...(handOnDueAt === undefined ? {} : { handOnDueAt }),
    materials: form.materials,
    steps: {
      apply: { startedAt: askedAt, doneAt: event.at, paused: false },
      accept: { startedAt: event.at, paused: false },
    },
  }
}

const NO_PROVIDER = { assignment: undefined, engagement: undefined, work: undefined } as const
const to = (state: CaseState, status: Status): CaseState => ({ ...state, status })
const withMaterials = (state: CaseState, added: Material[]): CaseState => ({
  ...state,
  materials: [...state.materials, ...added],
})
/** An opinion speaks of the papers that were there: until the decision rests on it, new ones ask for another (T7, T10). */
const withoutOpinion = (state: CaseState): CaseState =>
  state.decision === undefined ? { ...state, review: undefined } : state
const withNewPapers = (state: CaseState, added: Material[]): CaseState =>
  added.length > 0 ? withoutOpinion(withMaterials(state, added)) : state

function begin(state: CaseState, step: SameDayStep, at: Instant): CaseState {
  return { ...state, steps: { ...state.steps, [step]: { startedAt: at, paused: state.steps[step]?.paused ?? false } } }
}
function finish(state: CaseState, step: SameDayStep, at: Instant, missReason?: string): CaseState {
  const record = state.steps[step]
  return record && record.doneAt === undefined
    ? { ...state, steps: { ...state.steps, [step]: { ...record, doneAt: at, missReason } } }
    : state
}
/** Aid comes first now: receiving and deciding are no longer promised for the day (T9). */
function withoutPromises(state: CaseState): CaseState {
  const { accept, decide, ...steps } = state.steps
  return {
    ...state,
    steps: {
      ...steps,
      ...(accept?.doneAt === undefined ? {} : { accept }),
      ...(decide?.doneAt === undefined ? {} : { decide }),
    },
  }
}
function pause(state: CaseState, why: Pause['why'], at: Instant): CaseState {
  // A second notice while the first is open lengthens the same pause: days are given back once.
  if (!running(state)) return state
  return { ...state, pauses: [...state.pauses, { from: at, why }] }
}
/** The review clock goes on; the step that waited gets a fresh day and leaves the whole-chain rate. */
function resume(state: CaseState, at: Instant): CaseState {
  if (running(state)) return state
  const pauses = state.pauses.map((p) => (p.until === undefined ? { ...p, until: at } : p))
  const steps = { ...state.steps }
  for (const step of ['accept', 'decide'] as const) {
    const record = steps[step]
    if (record && record.doneAt === undefined) steps[step] = { ...record, startedAt: at, paused: true }
  }
  return { ...state, pauses, steps }
}
const running = (state: CaseState): boolean => state.pauses.every((p) => p.until !== undefined)

function apply(state: CaseState, event: Later): CaseState {
  const { at } = event
  switch (event.type) {
    case 'applicationAccepted': {
      const going = resume(state, at)
      const accepted = finish(to({ ...going, acceptedBy: byOf(event) }, 'accepted'), 'accept', at)
      return accepted.steps.decide ? accepted : begin(accepted, 'decide', at)
    }
    case 'reviewRecorded':
      return { ...state, review: { ...event.data.review, by: byOf(event), at } }
    case 'supplementRequested': {
      const { items, deadline, chosen } = event.data
      const supplement = {
        items,
        deadline,
        ...(chosen === undefined ? {} : { chosen }),
        requestedAt: at,
        count: (state.supplement?.count ?? 0) + 1,
      }
      return pause(to(withoutOpinion({ ...state, supplement }), 'supplementing'), 'supplement', at)
    }
    case 'supplementExtended':
      return { ...state, supplement: state.supplement && extended(state.supplement, event) }
    case 'materialsSupplied': {
      const supplied = state.supplement ? { ...state.supplement, suppliedAt: at } : undefined
      return resume(withNewPapers({ ...state, supplement: supplied }, event.data.materials), at)
    }
    case 'applicationWithdrawn':
      return to({ ...state, withdrawal: { deemed: event.data.deemed, reason: event.data.reason, at } }, 'withdrawn')
    case 'applicationTransferred':
      return to({ ...state, transfer: { to: event.data.to, reason: event.data.reason, at } }, 'transferred')
    case 'remoteVerificationStarted':
      return pause(
        to(
          {
            ...withoutOpinion(state),
            verification: { agency: event.data.agency, question: event.data.question, startedAt: at },
          },
          'verifying',
        ),
        'remoteVerification',
        at,
      )
    case 'remoteVerificationFinished':
      return resume(
        to(
          { ...state, verification: state.verification && { ...state.verification, result: event.data.result } },
          'accepted',
        ),
        at,
      )
    case 'provisionalAidGranted':
      return begin(
        withoutPromises(
          to({ ...state, provisional: { ground: event.data.ground, reason: event.data.reason, at } }, 'provisional'),
        ),
        'assign',
        at,
      )
    case 'formalitiesCompleted':
      return withNewPapers(
        { ...state, provisional: state.provisional && { ...state.provisional, formalitiesAt: at } },
        event.data.materials,
      )
    case 'aidGranted': {
      const decision = {
        outcome: 'granted' as const,
        at,
        by: byOf(event),
        documentNumber: event.data.documentNumber,
        note: event.data.note,
      }
      const decided = finish(afterProvisional({ ...state, decision }), 'decide', at, event.data.delayReason)
      return decided.status === 'granted' ? begin(decided, 'assign', at) : decided
    }
    case 'aidRefused': {
      const decision = {
        outcome: 'refused' as const,
        at,
        by: byOf(event),
        documentNumber: event.data.documentNumber,
        note: event.data.explanation,
        reasons: event.data.reasons,
      }
      // With the aid the wish for another lawyer is over.
      const over = { ...NO_PROVIDER, replacement: undefined, reassignment: undefined }
      return finish(to({ ...state, decision, ...over }, 'refused'), 'decide', at)
    }
    case 'lawyerAssigned':
      return assigned(state, event)
    case 'assignmentAccepted':
      return { ...state, assignment: state.assignment && { ...state.assignment, acceptedAt: at } }
    case 'assignmentDeclined':
      return declined(state, event)
    case 'engagementRecorded': {
      const { signedOn, obstacle } = event.data
      return withMaterials(
        workStatus({ ...state, engagement: { signedOn, at, obstacle } }, 'engaged'),
        event.data.materials,
      )
    }
    case 'workStarted':
      return workStatus({ ...state, work: { meetingOn: event.data.meetingOn, at } }, 'inProgress')
    case 'progressReported':
      return withMaterials(
        { ...state, progress: [...state.progress, { at, by: event.actor.name, note: event.data.note }] },
        event.data.materials,
      )
    case 'terminationGroundReported':
      return withReport(state, { ground: event.data.ground, note: event.data.note, by: byOf(event), at })
    case 'terminationDeclined':
      return withReportsDeclined(state, { reason: event.data.reason, by: byOf(event), at })
    case 'replacementRequested':
      return underWay({
        ...state,
        replacement: { reason: event.data.reason, by: event.data.by, requestedAt: at, statusBefore: state.status },
      })
    case 'replacementDecided':
      return replaced(state, event)
    case 'aidTerminated': {
      const { ground, evidence, explanation, documentNumber } = event.data
      return to(
        {
          ...state,
          termination: {
            ground,
            evidence,
            explanation,
            at,
            by: byOf(event),
            statusBefore: state.status,
            documentNumber,
          },
        },
        'terminated',
      )
    }
    case 'caseConcluded': {
      const { materials, ...conclusion } = event.data
      return withMaterials(to({ ...state, conclusion: { ...conclusion, at } }, 'concluded'), materials)
    }
    case 'fileSubmitted':
      return withMaterials(
        to(
          {
            ...state,
            file: {
              submittedAt: at,
              report: event.data.report,
              propertyTaken: event.data.propertyTaken,
              returns: state.file?.returns ?? [],
            },
          },
          'fileReview',
        ),
        event.data.materials,
      )
    case 'fileReturned':
      return to(
        {
          ...state,
          file: state.file && { ...state.file, returnedAt: at, returns: [...state.file.returns, event.data.reasons] },
        },
        'fileReturned',
      )
    case 'subsidyApproved':
      return to({ ...state, subsidyFen: event.data.amountFen }, 'subsidyApproved')
    case 'evaluationRecorded':
      return to({ ...state, evaluation: { ...event.data, at } }, 'evaluated')
    case 'caseArchived':
      return to({ ...state, archive: { shelf: event.data.shelf, at } }, 'archived')
    case 'objectionFiled':
      return withMaterials(
        {
          ...state,
          objection: {
            statement: event.data.statement,
            filedAt: at,
            against: state.status === 'terminated' ? 'terminated' : 'refused',
          },
        },
        event.data.materials ?? [],
      )
    case 'objectionDecided':
      return {
        ...state,
        objection: state.objection && {
          ...state.objection,
          outcome: event.data.outcome,
          explanation: event.data.explanation,
          decidedAt: at,
        },
      }
    case 'correctionCarriedOut':
      return corrected(state, at)
    case 'materialsAdded':
      // What the lawyer adds belongs to the work on the case.
      return event.actor.id === state.assignment?.provider.staffId
        ? withMaterials(state, event.data.materials)
        : withNewPapers(state, event.data.materials)
    case 'affiliatesNamed':
      return withAffiliates(state, event.data)
    case 'messageLeft':
      return {
        ...state,
        messages: [...state.messages, { at, from: byOf(event), to: event.data.to, text: event.data.text }],
      }
    default:
      return event satisfies never
  }
}

type Supplement = NonNullable<CaseState['supplement']>

function extended(
  { chosen: _before, ...supplement }: Supplement,
  event: RecordedEvent & EventOf<'supplementExtended'>,
): Supplement {
  const { deadline, chosen, reason } = event.data
  const extension = { from: supplement.deadline, reason, by: byOf(event), at: event.at }
  return {
    ...supplement,
    deadline,
    ...(chosen === undefined ? {} : { chosen }),
    extensions: [...(supplement.extensions ?? []), extension],
  }
}

/** Work goes on under provisional aid without leaving that status until the decision. */
function workStatus(state: CaseState, status: 'assigned' | 'engaged' | 'inProgress'): CaseState {
  return state.status === 'provisional' ? state : to(state, status)
}
function statusOfWork(state: CaseState): Status {
  if (state.work) return 'inProgress'
  return state.engagement ? 'engaged' : 'assigned'
}
/** So does the way to another lawyer: without a decision on the aid only that status has one (I1). */
function underWay(state: CaseState): CaseState {
  return state.status === 'provisional' ? state : to(state, 'reassigning')
}
/** After provisional aid a lawyer may be at work already, or another be wanted: the decision must not set the case back. */
function afterProvisional(state: CaseState): CaseState {
  const wanted = replacing(state)
  const status = state.status === 'provisional' && state.assignment ? statusOfWork(state) : 'granted'
  if (!wanted) return to(state, status)
  const { replacement } = state
  return to(
    {
      ...state,
      replacement: wanted === 'toDecide' && replacement ? { ...replacement, statusBefore: status } : replacement,
    },
    'reassigning',
  )
}

function assigned(state: CaseState, event: RecordedEvent & EventOf<'lawyerAssigned'>): CaseState {
  const { provider, conflictCheck, documentNumber, reasons, override, authority, delayReason } = event.data
  const assignment = { provider, at: event.at, by: byOf(event), conflictCheck, documentNumber, reasons, override }
  const fresh = workStatus(
    { ...state, ...(authority === undefined ? {} : { authority }), assignment, engagement: undefined, work: undefined },
    'assigned',
  )
  if (replacing(state) !== 'toAssign') return finish(fresh, 'assign', event.at, delayReason)
  return {
    ...fresh,
    reassignment: state.reassignment && { ...state.reassignment, doneAt: event.at, missReason: delayReason },
  }
}

/** Back to where an assignment is awaited; the legal clock ran on all the time, the promise gets no fresh day. */
function declined(state: CaseState, event: RecordedEvent & EventOf<'assignmentDeclined'>): CaseState {
  const name = state.assignment?.provider.name ?? ''
  const status = state.status === 'provisional' ? 'provisional' : awaitingAssignment(state)
  return {
    ...withAssignmentOpen(state),
    status,
    ...NO_PROVIDER,
    declined: [...state.declined, { staffId: event.data.staffId, name, reason: event.data.reason, at: event.at }],
  }
}
function awaitingAssignment(state: CaseState): Status {
  if (state.replacement?.decided === true) return 'reassigning'
  return state.kind === 'notified' ? 'notified' : 'granted'
}
function withAssignmentOpen(state: CaseState): CaseState {
  const open = (record: StepRecord | undefined) => record && { ...record, doneAt: undefined, missReason: undefined }
  return state.replacement?.decided === true
    ? { ...state, reassignment: open(state.reassignment) }
    : { ...state, steps: { ...state.steps, assign: open(state.steps.assign) } }
}

function replaced(state: CaseState, event: RecordedEvent & EventOf<'replacementDecided'>): CaseState {
  const replacement = state.replacement && { ...state.replacement, decided: event.data.approved, decidedAt: event.at }
  if (!event.data.approved) return to({ ...state, replacement }, state.replacement?.statusBefore ?? 'assigned')
  const former = state.assignment?.provider
  return underWay({
    ...state,
    ...NO_PROVIDER,
    replacement,
    reassignment: { startedAt: event.at, paused: false },
    declined: former
      ? [...state.declined, { staffId: former.staffId, name: former.name, reason: 'replaced', at: event.at }]
      : state.declined,
  })
}

/** T26: what was refused is looked at again with a fresh day, what was terminated goes on from where it stood. */
function corrected(state: CaseState, at: Instant): CaseState {
  const open = { ...state, objection: undefined, correctedAt: at }
  if (state.objection?.against === 'terminated')
    return to({ ...open, termination: undefined }, state.termination?.statusBefore ?? 'inProgress')
  return begin(
    to({ ...open, decision: undefined, review: undefined, provisional: undefined }, 'accepted'),
    'decide',
    at,
  )
}
