import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { today } from '../../ui/time.ts'
import { ErrorSummary } from '../controls/ErrorSummary.tsx'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { AssistBanner } from '../assist/AssistBanner.tsx'
import { useHelper } from '../assist/who-helps.ts'
import { useAssessment } from '../eligibility/assessing.ts'
import { words } from '../words/apply.ts'
import { DraftStore } from './draft/store.ts'
import { DiscardDraft } from './DiscardDraft.tsx'
import { factsOfForm } from './form/facts.ts'
import type { Form, StepId } from './form/form.ts'
import { problemsOf, stepOfField } from './form/problems.ts'
import { queueFor } from './photos/draft-queue.ts'
import { SaveMark } from './SaveMark.tsx'
import { headingOf } from './steps/heading.ts'
import { stepsFor } from './steps/order.ts'
import { PhoneStep } from './steps/PhoneStep.tsx'
import { StepScreen } from './steps/StepScreen.tsx'
import { useSubmitting } from './submitting.ts'
import { takeover } from './takeover.ts'
import './apply.css'

/** The application in short steps; where one is, is part of the draft, so a reload comes back to it. */
export function ApplyForm({ assist, fromEntitled }: { assist: boolean; fromEntitled: boolean }) {
  const store = useMemo(() => new DraftStore(assist ? 'assist' : 'own'), [assist])
  const snapshot = useSyncExternalStore(store.subscribe, store.read)
  const queue = useMemo(() => queueFor(store, assist ? 'assist' : 'own'), [store, assist])
  const uploads = useSyncExternalStore(queue.subscribe, queue.read)
  const [, navigate] = useLocation()
  const helper = useHelper(assist)
  const [round, setRound] = useState(0)
  const [editing, setEditing] = useState(false)
  useEffect(() => store.open(), [store])
  useEffect(() => queue.open(), [queue])
  useEffect(() => {
    const said = fromEntitled ? takeover(store.read().form) : null
    if (said) store.change(said)
  }, [store, fromEntitled])

  const { form, materials } = snapshot
  const assessing = useAssessment(factsOfForm(form, today(Date.now())))
  const question =
    form.matter === '' ? undefined : assessing.assessment?.nextQuestions.find((one) => !form.skipped.includes(one.key))
  const around = {
    today: today(Date.now()),
    now: Date.now(),
    signed: materials.some((one) => one.kind === 'signature'),
    assist,
    custodyPlace: helper.custodyPlace,
  }
  const steps = stepsFor(form, {
    assist,
    asksMore: question !== undefined || form.matter === '' || assessing.busy,
    meansStated: assessing.assessment?.materials.some(({ code }) => code === 'meansStatement') ?? false,
  })
  const at = Math.max(0, steps.indexOf(form.step))
  const step: StepId = steps[at] ?? 'matter'
  const problems = problemsOf(step, form, around)
  const shown = round > 0 ? problems : {}
  const unfinished = steps.filter((one) => one !== 'review' && Object.keys(problemsOf(one, form, around)).length > 0)

  const change = useCallback((part: Partial<Form>) => store.change(part), [store])
  const go = (to: StepId | undefined) => {
    if (to) {
      setRound(0)
      store.change({ step: to })
    }
  }
  const done = useCallback(() => {
    queue.clear()
    navigate('/apply/done', { replace: true })
  }, [queue, navigate])
  const submitting = useSubmitting(store, snapshot, done)
  const complaints = Object.fromEntries(
    Object.entries(submitting.failure?.fields ?? {}).map(([field, says]) => [
      field.replace(/^(body\.)?entry\./, ''),
      says,
    ]),
  )
  const complained = Object.keys(complaints)[0]
  useEffect(() => {
    // the server found something to correct: back to the review, which names it
    if (complained !== undefined) store.change({ step: 'review' })
  }, [complained, store])

  const next = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(problems).length > 0) return setRound(round + 1)
    if (step === 'review' && unfinished[0]) return go(unfinished[0])
    if (step === 'review' && assist) return void submitting.submit()
    if (editing && step !== 'review') {
      setEditing(false)
      return go('review')
    }
    go(steps[at + 1])
  }
  const edit = (to: StepId) => {
    setEditing(true)
    go(to)
  }
  const discard = async () => {
    queue.clear()
    await store.discard()
    navigate('/')
  }
  const stepProps = { form, change, problems: { ...pick(complaints, step), ...shown }, store, snapshot, queue }
  // a question of the rules has its own form and its own button
  const asking = step === 'means' && (question !== undefined || assessing.busy)
  const screen = step !== 'phone' && (
    <StepScreen
      step={step}
      {...stepProps}
      assessing={assessing}
      question={question}
      helper={assist ? helper : null}
      unfinished={unfinished}
      complaints={complaints}
      onEdit={edit}
      onLeave={() => go(steps[at + 1])}
    />
  )

  return (
    <div className="page">
      {assist && <AssistBanner {...helper} />}
      <div className="apply-bar">
        <b>{words.progress(at + 1, steps.length)}</b>
        <SaveMark save={snapshot.save} />
      </div>
      <div className="apply-line" aria-hidden="true">
        {steps.map((one, index) => (
          <i key={one} className={index <= at ? 'past' : ''} />
        ))}
      </div>
      <div className="stack-wide apply-body">
        <Heading page={headingOf(step, form)}>{headingOf(step, form)}</Heading>
        {snapshot.notice && (
          <Say tone="due" live>
            <p>{words[snapshot.notice]}</p>
            <button type="button" className="quiet" onClick={() => store.dismissNotice()}>
              {words.known}
            </button>
          </Say>
        )}
        <ErrorSummary problems={shown} round={round} />
        {step === 'phone' ? (
          <PhoneStep
            form={form}
            {...submitting}
            photosPending={uploads.some((one) => one.file !== null)}
            onSubmit={submitting.submit}
          />
        ) : asking ? (
          screen
        ) : (
          <form className="stack-wide" onSubmit={next} noValidate>
            {screen}
            {assist && step === 'review' && submitting.failure && complained === undefined && (
              <Failed failure={submitting.failure} />
            )}
            <div className="actions step-actions">
              <button type="submit" className="button" aria-disabled={submitting.busy}>
                {submitting.busy ? words.phone.submitting : nextLabel(step, assist, editing)}
              </button>
            </div>
          </form>
        )}
        {at > 0 && (
          <p>
            <button type="button" className="quiet" onClick={() => go(steps[at - 1])}>
              {words.back}
            </button>
          </p>
        )}
        {form.matter !== '' && <DiscardDraft onDiscard={() => void discard()} />}
        {step === 'person' && <p className="soft small">{words.publicPhone}</p>}
      </div>
    </div>
  )
}

function nextLabel(step: StepId, assist: boolean, editing: boolean): string {
  if (step === 'review') return assist ? words.review.readyAssist : words.review.ready
  return editing ? words.backToReview : words.next
}

const pick = (complaints: Record<string, string>, step: StepId): Record<string, string> =>
  Object.fromEntries(Object.entries(complaints).filter(([field]) => stepOfField(field) === step))
