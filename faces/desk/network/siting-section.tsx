import { Alert, Button, Checkbox, InputNumber, Radio, Select } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { siting } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { uuid } from '../../ui/uuid.ts'
import { call } from '../api/call.ts'
import { isProblem, wordingOf } from '../api/problem.ts'
import { Mark } from '../shell/mark.tsx'
import { words } from '../words/words.ts'
import { keepEdits, keptEdits, MOST_EDITS } from './edits.ts'
import { percent, persons } from './half-hours.ts'
import css from './network.module.css'
import { SERVICES_AT } from './tried-hours.ts'
import { useTravels, type Travel } from './use-travels.ts'

const w = words.circle
const s = w.siting
type Goal = 'coverMost' | 'coverAll' | 'shortest' | 'farthest'
type Kept = 'center' | 'station' | 'office' | 'kiosk' | 'partner'
type Answer = ReplyOf<typeof siting>
interface Asked {
  goal: Goal
  more: number
  travel: Travel
  minutes: number
  keep: Kept[]
  seconds: number
}

/** Where to set up next: exact where time allows, and honest where not. */
export function SitingSection() {
  const [asked, setAsked] = useState<Asked>({
    goal: 'coverMost',
    more: 1,
    travel: 'ebike',
    minutes: 30,
    keep: ['center', 'station'],
    seconds: 5,
  })
  const set = (part: Partial<Asked>) => setAsked({ ...asked, ...part })
  const travels = useTravels(asked.travel)
  const work = useMutation({ mutationFn: (wish: Asked) => call(siting, { body: wish }) })
  return (
    <div className="stack">
      <p className="soft">{s.lead}</p>
      <section className="card padded stack">
        <div className={css.twoParts}>
          <Radio.Group
            aria-label={s.goal}
            className="vertical-options"
            value={asked.goal}
            onChange={({ target }) => set({ goal: target.value as Goal })}
            options={(Object.keys(s.goals) as Goal[]).map((value) => ({ value, label: s.goals[value] }))}
          />
          <div className={css.fields}>
            {asked.goal !== 'coverAll' && (
              <label className={css.field}>
                <span>{s.more}</span>
                <InputNumber
                  className="full"
                  min={1}
                  max={30}
                  value={asked.more}
                  onChange={(value) => set({ more: value ?? 1 })}
                />
              </label>
            )}
            <label className={css.field}>
              <span>{s.minutes}</span>
              <InputNumber
                className="full"
                min={5}
                max={120}
                value={asked.minutes}
                onChange={(value) => set({ minutes: value ?? 30 })}
              />
            </label>
            <div className={css.field}>
              <span aria-hidden="true">{s.travel}</span>
              <Select
                aria-label={s.travel}
                value={asked.travel}
                options={travels}
                onChange={(travel) => set({ travel })}
              />
            </div>
            <label className={css.field}>
              <span>{s.seconds}</span>
              <InputNumber
                className="full"
                min={1}
                max={20}
                value={asked.seconds}
                onChange={(value) => set({ seconds: value ?? 5 })}
              />
            </label>
          </div>
        </div>
        <fieldset className="plain-fieldset">
          <legend>{s.keep}</legend>
          <Checkbox.Group
            value={asked.keep}
            options={Object.entries(w.tiers).map(([value, label]) => ({ value: value as Kept, label }))}
            onChange={(keep) => set({ keep })}
          />
          {asked.keep.length === 0 && <p className="soft">{s.keepNone}</p>}
        </fieldset>
        <div className="row">
          <Button type="primary" disabled={work.isPending} onClick={() => work.mutate(asked)}>
            {s.go}
          </Button>
          {work.isPending && <Progress most={work.variables.seconds} />}
        </div>
      </section>
      {work.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={(isProblem(work.error) ? Object.values(work.error.fields)[0] : undefined) ?? wordingOf(work.error)}
          action={
            <Button size="small" onClick={() => work.mutate(work.variables ?? asked)}>
              {words.network.retry}
            </Button>
          }
        />
      )}
      {work.data && <Found key={work.submittedAt} answer={work.data} asked={work.variables ?? asked} />}
    </div>
  )
}

/** Seconds gone of those that were allowed; nobody knows how far a proof is. */
function Progress({ most }: { most: number }) {
  const [gone, setGone] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => setGone((n) => n + 1), 1000)
    return () => window.clearInterval(timer)
  }, [])
  return (
    <label className="row" role="status">
      {s.busy(Math.min(gone, most), most)}
      <progress className={css.progress} max={most} value={Math.min(gone, most)} />
    </label>
  )
}

function Found({
  answer: { outcome, says, sites, covered, objective, bound, gap, seconds, estimated, unreachable },
  asked,
}: {
  answer: Answer
  asked: Asked
}) {
  const [added, setAdded] = useState<'no' | 'yes' | 'tooMany'>('no')
  const into = () => {
    const kept = keptEdits()
    if (kept.length + sites.length > MOST_EDITS) {
      setAdded('tooMany')
      return
    }
    keepEdits([
      ...kept,
      ...sites.map(({ name, lng, lat }) => {
        const called = w.newPlace(name, w.tiers['station'] ?? '')
        return {
          wish: {
            kind: 'open' as const,
            id: uuid(),
            name: called,
            tier: 'station' as const,
            services: SERVICES_AT.station,
            lng,
            lat,
          },
          text: w.edits.open(called, name),
        }
      }),
    ])
    setAdded('yes')
  }
  if (outcome !== 'sited')
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={says}
        description={unreachable.length > 0 ? s.unreachable(unreachable.join('、')) : undefined}
      />
    )
  const proven = gap === 0
  // all ways together are a sum nobody has a feeling for: the way of one person is
  const reached =
    objective === null
      ? undefined
      : asked.goal === 'farthest'
        ? s.farthest(Math.ceil(objective))
        : asked.goal === 'shortest' && covered.people > 0
          ? s.average((objective / covered.people).toFixed(1))
          : undefined
  const limit =
    proven || bound === null || objective === null
      ? undefined
      : asked.goal === 'coverMost'
        ? s.upTo(persons(Math.min(bound, covered.people)))
        : asked.goal === 'coverAll'
          ? s.atLeast(Math.ceil(bound - 1e-6))
          : undefined
  return (
    <section className="card padded stack" role="status">
      <h2>
        {s.sites} <Mark tone={proven ? 'done' : 'due'}>{proven ? s.provenMark : s.gapMark}</Mark>
      </h2>
      {sites.length === 0 ? (
        <p>{s.none}</p>
      ) : (
        <ol className={css.sites}>
          {sites.map(({ village, name, people }) => (
            <li key={village}>{s.site(name, persons(people))}</li>
          ))}
        </ol>
      )}
      <p>
        {s.covered(persons(covered.before), persons(covered.after), persons(covered.people), asked.minutes)}{' '}
        <b>{covered.after > covered.before ? s.gain(persons(covered.after - covered.before)) : ''}</b>
      </p>
      {reached !== undefined && <p>{reached}</p>}
      <p>
        {proven ? s.proven : s.gap(percent(gap ?? 0))}
        {limit} <span className="soft">{s.took(seconds)}</span>
      </p>
      {estimated && (
        <p>
          <Mark tone="pause">{w.estimatedMark}</Mark> <span className="soft">{w.estimated}</span>
        </p>
      )}
      {sites.length > 0 && (
        <p className="row">
          <Button type="primary" onClick={into} disabled={added === 'yes'}>
            {s.into}
          </Button>
          {added === 'yes' && (
            <span>
              {s.added}{' '}
              <Link href={`/network/circle?panel=whatIf&travel=${asked.travel}&minutes=${asked.minutes}`}>
                {s.look}
              </Link>
            </span>
          )}
          {added === 'tooMany' && <span className="wrong">{s.tooMany}</span>}
        </p>
      )}
    </section>
  )
}
