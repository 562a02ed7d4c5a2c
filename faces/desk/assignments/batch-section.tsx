import { Alert, Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { settings } from '@fatong/contract/desk/administration.ts'
import {
  applyAssignments,
  assignmentAdvice,
  planAssignments,
  type AssignmentPolicyCode,
} from '@fatong/contract/network/assignment.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { TableHead } from '../shell/table-head.tsx'
import { words } from '../words/words.ts'
import css from './assignments.module.css'

const w = words.assignments
type Plan = ReplyOf<typeof planAssignments>
type Item = Plan['items'][number]
type Choice = { picked: boolean; staffId: string; reason: string }
const POLICIES: readonly AssignmentPolicyCode[] = ['precise', 'fair', 'named', 'rota']
const TONES = { amber: 'due', red: 'late' } as const

/** All cases that wait for somebody, spread at once; the officer picks, changes and decides. */
export function BatchSection() {
  const [picked, setPicked] = useState<AssignmentPolicyCode>()
  // outlives the plan: once all is assigned, a new one takes its place
  const [told, setTold] = useState('')
  const plan = useMutation({
    mutationFn: (code: AssignmentPolicyCode | undefined) =>
      call(planAssignments, { body: code === undefined ? {} : { policy: code } }),
  })
  const inForce = useQuery({ queryKey: ['admin', 'settings'], queryFn: () => call(settings), staleTime: 60_000 }).data
    ?.assignmentPolicy
  // The district's own way unless somebody looks at another.
  const policy = picked ?? plan.data?.district ?? inForce ?? 'precise'
  const again = (code: AssignmentPolicyCode | undefined) => {
    setTold('')
    plan.mutate(code)
  }
  const pick = (code: AssignmentPolicyCode) => {
    setPicked(code)
    if (plan.data) again(code)
  }
  return (
    <>
      <p className="soft gap-below">{w.lead}</p>
      <p className={css.bar}>
        <Segmented
          aria-label={w.policy}
          value={policy}
          options={POLICIES.map((value) => ({ value, label: w.policies[value] ?? '' }))}
          onChange={pick}
        />
        <span className="soft">
          {w.policyHelp[policy]}
          {policy === inForce && `（${w.inForce}）`}
        </span>
        <Button type="primary" loading={plan.isPending} onClick={() => again(picked)}>
          {plan.isPending ? w.busy : plan.data ? w.again : w.go}
        </Button>
      </p>
      {plan.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={plan.error.message}
          action={
            <Button size="small" onClick={() => plan.mutate(policy)}>
              {words.network.retry}
            </Button>
          }
        />
      )}
      <p role="status">{told !== '' && <b>{told}</b>}</p>
      {plan.data &&
        (plan.data.items.length === 0 ? (
          <Nothing title={w.none} help={w.noneHelp} />
        ) : (
          <ThePlan
            key={`${plan.data.policy} ${plan.data.items.map(({ caseId }) => caseId).join()}`}
            plan={plan.data}
            onTold={setTold}
            onApplied={() => plan.mutate(policy)}
          />
        ))}
      <Record />
    </>
  )
}

function ThePlan({ plan, onTold, onApplied }: { plan: Plan; onTold: (text: string) => void; onApplied: () => void }) {
  const client = useQueryClient()
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>(() =>
    Object.fromEntries(
      plan.items.map(({ caseId, to }) => [caseId, { picked: to !== null, staffId: to?.staffId ?? '', reason: '' }]),
    ),
  )
  const [says, setSays] = useState<Readonly<Record<string, string>>>({})
  // what was assigned is gone from the list; what failed stays, with the reason somebody wrote
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const left = plan.items.filter(({ caseId }) => !done.has(caseId))
  const set = (id: string, change: Partial<Choice>) => setChoices({ ...choices, [id]: { ...choices[id]!, ...change } })
  const pickAll = (checked: boolean) =>
    setChoices(
      Object.fromEntries(
        plan.items.map((item): [string, Choice] => [
          item.caseId,
          { ...choices[item.caseId]!, picked: checked && item.to !== null },
        ]),
      ),
    )
  const picked = left.filter(({ caseId }) => choices[caseId]?.picked === true && choices[caseId].staffId !== '')
  const apply = useMutation({
    mutationFn: () =>
      call(applyAssignments, {
        body: {
          policy: plan.policy,
          items: picked.map((item) => ({
            caseId: item.caseId,
            staffId: choices[item.caseId]!.staffId,
            proposed: item.to?.staffId ?? null,
            reason: choices[item.caseId]!.reason.trim(),
          })),
        },
      }),
    onSuccess: ({ items }) => {
      const failed = items.filter(({ ok }) => !ok)
      setSays(Object.fromEntries(failed.map((one) => [one.caseId, one.says])))
      setDone(new Set([...done, ...items.filter(({ ok }) => ok).map(({ caseId }) => caseId)]))
      onTold(w.applied(items.length - failed.length, failed.length))
      void client.invalidateQueries({ queryKey: ['assignments'] })
      if (failed.length === 0) onApplied()
    },
  })
  const submit = () => {
    const missing = Object.fromEntries(
      picked
        .filter(
          (item) => choices[item.caseId]!.staffId !== item.to?.staffId && choices[item.caseId]!.reason.trim() === '',
        )
        .map((item) => [item.caseId, w.needReason]),
    )
    setSays(missing)
    if (Object.keys(missing).length === 0) apply.mutate()
  }
  return (
    <div className="stack">
      <div className="table-scroll card" tabIndex={0} role="region" aria-label={w.policy}>
        <table className={css.table}>
          <TableHead columns={w.compare} />
          <tbody>
            {POLICIES.map((code) => {
              const one = plan.compared[code]
              return (
                one && (
                  <tr key={code} aria-current={code === plan.policy ? 'true' : undefined}>
                    <th scope="row">
                      {w.policies[code]}
                      {code === plan.policy && (
                        <>
                          {' '}
                          <Mark tone="action">{w.chosen}</Mark>
                        </>
                      )}
                    </th>
                    <td className="num">{one.cost}</td>
                    <td className="num">{one.gini.toFixed(3)}</td>
                    <td className="num">{one.maxLoad}</td>
                    <td className="num">{one.unassigned}</td>
                  </tr>
                )
              )
            })}
          </tbody>
        </table>
      </div>
      {plan.fairNote !== '' && <p className="soft">{w.fairNote(plan.fairNote)}</p>}
      <p className="soft" role="status">
        {w.took(plan.items.length, plan.lawyers, plan.milliseconds)}
      </p>
      <p className={css.bar}>
        <Checkbox
          checked={picked.length === left.filter(({ to }) => to !== null).length}
          onChange={({ target }) => pickAll(target.checked)}
        >
          {w.pickAll}
        </Checkbox>
        <Button type="primary" disabled={picked.length === 0} loading={apply.isPending} onClick={submit}>
          {apply.isPending ? w.applying : w.apply(picked.length)}
        </Button>
      </p>
      {apply.error !== null && <Alert type="error" showIcon role="alert" title={apply.error.message} />}
      <ul className={css.list}>
        {left.map((item) => (
          <li key={item.caseId} className="card padded">
            <OneCase
              item={item}
              choice={choices[item.caseId]!}
              says={says[item.caseId]}
              onChange={(change) => set(item.caseId, change)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function OneCase({
  item: { caseId, number, applicant, matter, light, to, others, why },
  choice,
  says,
  onChange,
}: {
  item: Item
  choice: Choice
  says: string | undefined
  onChange: (change: Partial<Choice>) => void
}) {
  const tone = (TONES as Record<string, 'due' | 'late' | undefined>)[light]
  return (
    <div className={css.one}>
      <Checkbox
        aria-label={w.pick(number)}
        disabled={to === null}
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
          {tone && <Mark tone={tone}>{w.lights[light]}</Mark>}
        </p>
        {to === null ? (
          <p className="wrong">{w.nobody(why)}</p>
        ) : (
          <>
            <p>
              <b>{to.name}</b>{' '}
              <span className="soft">
                {to.orgName} · {w.cost(to.cost)}
              </span>
            </p>
            <p className="soft">{to.reasons.join('；')}</p>
            {to.explain.length > 0 && (
              <p>
                <Mark tone="due">{w.explain(to.explain.join('、'))}</Mark>
              </p>
            )}
            <div className={css.bar}>
              <Select
                aria-label={w.another(number)}
                className={css.who}
                value={choice.staffId}
                options={[
                  { value: to.staffId, label: `${w.keep}：${to.name}` },
                  ...others.map(({ staffId, name, cost }) => ({ value: staffId, label: `${name}（${w.cost(cost)}）` })),
                ]}
                onChange={(staffId) => onChange({ staffId })}
              />
              <Input
                className={css.reason}
                aria-label={w.reason(number)}
                placeholder={w.reasonPlaceholder}
                value={choice.reason}
                maxLength={300}
                onChange={({ target }) => onChange({ reason: target.value })}
              />
            </div>
          </>
        )}
        {says !== undefined && says !== '' && (
          <p className="wrong" role="alert">
            {says}
          </p>
        )}
      </div>
    </div>
  )
}

function Record() {
  const found = useQuery({ queryKey: ['assignments', 'advice'], queryFn: () => call(assignmentAdvice) })
  if (!found.data) return null
  const { total, followed, items } = found.data
  return (
    <details className="card padded gap-above">
      <summary>{w.record}</summary>
      <p>{total === 0 ? w.noRecord : w.followed(followed, total)}</p>
      <ul>
        {items.slice(0, 50).map((one) => (
          <li key={`${one.caseId} ${one.at}`}>
            <Link href={`/cases/${one.caseId}`}>
              {w.recordLine(momentText(one.at), one.by, one.advised[0]?.name ?? '', one.chosen)}
            </Link>
            {one.reason !== null && <span className="soft"> {one.reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
