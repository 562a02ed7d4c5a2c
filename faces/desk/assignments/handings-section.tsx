import { Alert, Button, Checkbox, Input, Select } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { applyHandings, handingPeople, planHandings } from '@fatong/contract/network/rebalance.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './assignments.module.css'

const w = words.assignments.handing
type Plan = ReplyOf<typeof planHandings>
type Move = Plan['moves'][number]
type Choice = { picked: boolean; to: string; note: string }

/** Somebody cannot go on: who takes which of their cases, why, and what else moves; then each case is handed over, whole or not at all. */
export function HandingsSection() {
  const [away, setAway] = useState<string[]>([])
  const people = useQuery({ queryKey: ['assignments', 'people'], queryFn: () => call(handingPeople) })
  const plan = useMutation({ mutationFn: () => call(planHandings, { body: { away } }) })
  if (people.error && !people.data) return <LoadFailed error={people.error} onRetry={() => void people.refetch()} />
  if (!people.data) return <Loading />
  const { items, mayConfirm } = people.data
  return (
    <>
      <p className="soft gap-below">{w.lead}</p>
      {items.length === 0 ? (
        <Nothing title={w.nobodyBusy} help={w.nobodyBusyHelp} />
      ) : (
        <p className={css.bar}>
          <Select
            className={css.people}
            mode="multiple"
            aria-label={w.who}
            placeholder={w.who}
            optionFilterProp="label"
            value={away}
            onChange={(value) => {
              setAway(value)
              plan.reset()
            }}
            options={items.map(({ staffId, name, orgName, cases, leave }) => ({
              value: staffId,
              label: `${name} ${orgName} · ${w.cases(cases)}${leave === null ? '' : ` · ${leave}`}`,
            }))}
          />
          <Button type="primary" disabled={away.length === 0} loading={plan.isPending} onClick={() => plan.mutate()}>
            {w.go}
          </Button>
        </p>
      )}
      {plan.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={plan.error.message}
          action={
            <Button size="small" onClick={() => plan.mutate()}>
              {words.network.retry}
            </Button>
          }
        />
      )}
      {plan.data && (
        <ThePlan key={plan.submittedAt} plan={plan.data} mayConfirm={mayConfirm} onDone={() => plan.mutate()} />
      )}
    </>
  )
}

function ThePlan({ plan, mayConfirm, onDone }: { plan: Plan; mayConfirm: boolean; onDone: () => void }) {
  const client = useQueryClient()
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>(() =>
    Object.fromEntries(plan.moves.map(({ caseId, to }) => [caseId, { picked: true, to: to.staffId, note: '' }])),
  )
  const [reason, setReason] = useState('')
  const [keepLeave, setKeepLeave] = useState(true)
  const [days, setDays] = useState({ from: today(), to: today() })
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const [told, setTold] = useState('')
  const set = (id: string, change: Partial<Choice>) => setChoices({ ...choices, [id]: { ...choices[id]!, ...change } })
  const picked = plan.moves.filter(({ caseId }) => choices[caseId]?.picked)
  const apply = useMutation({
    mutationFn: () =>
      call(applyHandings, {
        body: {
          reason: reason.trim(),
          leave: keepLeave ? days : null,
          moves: picked.map(({ caseId, from, to }) => ({
            caseId,
            from: from.staffId,
            to: choices[caseId]!.to,
            proposed: to.staffId,
            note: choices[caseId]!.note.trim(),
          })),
        },
      }),
    onSuccess: ({ items, leaveKept }) => {
      const failed = items.filter(({ ok }) => !ok)
      setWrong(Object.fromEntries(failed.map((one) => [one.caseId, one.says])))
      setTold(w.done(items.length - failed.length, failed.length, leaveKept))
      void client.invalidateQueries({ queryKey: ['assignments'] })
      if (failed.length === 0) onDone()
    },
  })
  const submit = () => {
    const missing: Record<string, string> = {}
    if (reason.trim() === '') missing.reason = w.reasonNeeded
    if (keepLeave && days.to < days.from) missing.days = w.daysWrong
    for (const move of picked) {
      const { to, note } = choices[move.caseId]!
      if (note.trim() === '' && (to !== move.to.staffId || move.to.explain.length > 0))
        missing[move.caseId] = to === move.to.staffId ? w.explainNeeded : w.otherNeeded
    }
    setWrong(missing)
    if (Object.keys(missing).length === 0) apply.mutate()
  }
  return (
    <div className="stack">
      <p role="status">
        {told !== '' && <b>{told} </b>}
        {plan.away.map(({ name, cases }) => w.holds(name, cases)).join('；')}。
        {plan.moves.length > 0 &&
          (plan.othersMoved ? w.othersMoved(plan.moves.filter(({ makesRoom }) => makesRoom).length) : w.onlyOwn)}
      </p>
      {plan.unplaced.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={w.unplaced(plan.unplaced.length)}
          description={
            <ul>
              {plan.unplaced.map((one) => (
                <li key={one.caseId}>
                  <Link href={`/cases/${one.caseId}`}>
                    {one.applicant} {one.number}
                  </Link>
                  ：{one.why}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {plan.moves.length > 0 && (
        <>
          <ul className={css.list}>
            {plan.moves.map((move) => (
              <li key={move.caseId} className="card padded">
                <OneMove
                  move={move}
                  choice={choices[move.caseId]!}
                  says={wrong[move.caseId]}
                  onChange={(change) => set(move.caseId, change)}
                />
              </li>
            ))}
          </ul>
          <section className="card padded" aria-label={w.confirmTitle}>
            <h2 className={css.subhead}>{w.confirmTitle}</h2>
            {mayConfirm ? (
              <>
                <label htmlFor="handing-reason">{w.reason}</label>
                <Input
                  id="handing-reason"
                  value={reason}
                  maxLength={300}
                  placeholder={w.reasonExample}
                  onChange={({ target }) => setReason(target.value)}
                />
                {wrong.reason !== undefined && (
                  <p className="wrong" role="alert">
                    {wrong.reason}
                  </p>
                )}
                <p className={css.bar}>
                  <Checkbox checked={keepLeave} onChange={({ target }) => setKeepLeave(target.checked)}>
                    {w.keepLeave}
                  </Checkbox>
                  {keepLeave && (
                    <>
                      <Input
                        className={css.day}
                        type="date"
                        aria-label={w.from}
                        value={days.from}
                        onChange={({ target }) => setDays({ ...days, from: target.value })}
                      />
                      <span>{w.until}</span>
                      <Input
                        className={css.day}
                        type="date"
                        aria-label={w.to}
                        value={days.to}
                        min={days.from}
                        onChange={({ target }) => setDays({ ...days, to: target.value })}
                      />
                    </>
                  )}
                </p>
                {wrong.days !== undefined && (
                  <p className="wrong" role="alert">
                    {wrong.days}
                  </p>
                )}
                <p className="soft">{w.whatHappens}</p>
                {apply.error !== null && <Alert type="error" showIcon role="alert" title={apply.error.message} />}
                <p className={css.bar}>
                  <Button
                    type="primary"
                    size="large"
                    disabled={picked.length === 0}
                    loading={apply.isPending}
                    onClick={submit}
                  >
                    {w.confirm(picked.length)}
                  </Button>
                </p>
              </>
            ) : (
              <p>{w.directorConfirms}</p>
            )}
          </section>
        </>
      )}
    </div>
  )
}

function OneMove({
  move: { caseId, number, applicant, matter, statusText, from, to, others, says: because, makesRoom },
  choice,
  says,
  onChange,
}: {
  move: Move
  choice: Choice
  says: string | undefined
  onChange: (change: Partial<Choice>) => void
}) {
  return (
    <div className={css.one}>
      <Checkbox
        aria-label={w.pick(number)}
        checked={choice.picked}
        onChange={({ target }) => onChange({ picked: target.checked })}
      />
      <div>
        <p className="row">
          <Link href={`/cases/${caseId}`}>
            <b>{applicant}</b>
          </Link>
          <span>{matter}</span>
          <span className="soft num">{number}</span>
          <span className="soft">{statusText}</span>
          {makesRoom && <Mark tone="due">{w.makesRoom}</Mark>}
        </p>
        <p>
          {from.name} → <b>{to.name}</b> <span className="soft">{to.orgName}</span>
        </p>
        <p className="soft">
          {because}。{to.reasons.join('；')}
        </p>
        {to.explain.length > 0 && (
          <p>
            <Mark tone="due">{words.assignments.explain(to.explain.join('、'))}</Mark>
          </p>
        )}
        <div className={css.bar}>
          <Select
            aria-label={w.another(number)}
            className={css.who}
            value={choice.to}
            options={[
              { value: to.staffId, label: `${words.assignments.keep}：${to.name}` },
              ...others.map(({ staffId, name, cost }) => ({
                value: staffId,
                label: `${name}（${words.assignments.cost(cost)}）`,
              })),
            ]}
            onChange={(value) => onChange({ to: value })}
          />
          <Input
            className={css.reason}
            aria-label={w.note(number)}
            placeholder={w.notePlaceholder}
            value={choice.note}
            maxLength={300}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        </div>
        {says !== undefined && says !== '' && (
          <p className="wrong" role="alert">
            {says}
          </p>
        )}
      </div>
    </div>
  )
}
