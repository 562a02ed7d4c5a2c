import { Alert, Button, InputNumber, Radio, Select } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { siting } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import { keepEdits, keptEdits } from './edits.ts'
import { percent, persons } from './half-hours.ts'
import css from './network.module.css'

const w = words.circle
const s = w.siting
type Goal = 'coverMost' | 'coverAll' | 'shortest' | 'farthest'
type Answer = ReplyOf<typeof siting>

/** Where to set up next: exact where time allows, and honest where not. */
export function SitingSection() {
  const [goal, setGoal] = useState<Goal>('coverMost')
  const [more, setMore] = useState(1)
  const [travel, setTravel] = useState<'walk' | 'ebike' | 'car'>('ebike')
  const [minutes, setMinutes] = useState(30)
  const [keep, setKeep] = useState<('center' | 'station' | 'office' | 'kiosk' | 'partner')[]>(['center', 'station'])
  const [seconds, setSeconds] = useState(5)
  const work = useMutation({ mutationFn: () => call(siting, { body: { goal, more, travel, minutes, keep, seconds } }) })
  return (
    <div className="stack">
      <p className="soft">{s.lead}</p>
      <section className="card padded stack">
        <Radio.Group aria-label={s.goal} className="vertical-options" value={goal} onChange={({ target }) => setGoal(target.value as Goal)} options={(Object.keys(s.goals) as Goal[]).map((value) => ({ value, label: s.goals[value] }))} />
        <div className={css.bar}>
          {goal !== 'coverAll' && <label>{s.more} <InputNumber aria-label={s.more} min={1} max={30} value={more} onChange={(value) => setMore(value ?? 1)} /></label>}
          <label>{w.minutes} <InputNumber aria-label={w.minutes} min={5} max={120} value={minutes} onChange={(value) => setMinutes(value ?? 30)} /></label>
          <Select aria-label={w.travel} className={css.select} value={travel} options={Object.entries(w.travels).map(([value, label]) => ({ value: value as 'walk', label }))} onChange={setTravel} />
          <Select aria-label={s.keep} mode="multiple" className={css.wide} value={keep} options={Object.entries(w.tiers).map(([value, label]) => ({ value: value as 'center', label }))} onChange={setKeep} placeholder={s.keep} />
          <label>{s.seconds} <InputNumber aria-label={s.seconds} min={1} max={20} value={seconds} onChange={(value) => setSeconds(value ?? 5)} /></label>
        </div>
        <p><Button type="primary" loading={work.isPending} onClick={() => work.mutate()}>{work.isPending ? s.busy : s.go}</Button></p>
      </section>
      {work.error !== null && <Alert type="error" showIcon role="alert" title={work.error.message} />}
      {work.data && <Found answer={work.data} minutes={minutes} />}
    </div>
  )
}

function Found({ answer: { outcome, says, sites, covered, gap, seconds, estimated, unreachable }, minutes }: { answer: Answer; minutes: number }) {
  const [added, setAdded] = useState(false)
  const into = () => {
    keepEdits([...keptEdits(), ...sites.map(({ name, lng, lat }) => ({ wish: { kind: 'open' as const, id: uuid(), name: `${name}工作站`, tier: 'station' as const, services: ['consultation' as const, 'intake' as const, 'drafting' as const, 'mediation' as const, 'leaflets' as const], lng, lat }, text: w.edits.open(`${name}工作站`, name) }))])
    setAdded(true)
  }
  if (outcome !== 'sited') return <Alert type="warning" showIcon role="alert" title={says} description={unreachable.length > 0 ? s.unreachable(unreachable.join('、')) : undefined} />
  return (
    <section className="card padded stack" role="status">
      <h2>{s.sites}</h2>
      {sites.length === 0 ? <p>{s.none}</p> : <ol className={css.sites}>{sites.map(({ village, name, people }) => <li key={village}>{s.site(name, persons(people))}</li>)}</ol>}
      <p>{s.covered(persons(covered.before), persons(covered.after), persons(covered.people), minutes)} <b>{covered.after > covered.before ? s.gain(persons(covered.after - covered.before)) : ''}</b></p>
      <p>{gap === 0 ? s.proven : s.gap(percent(gap ?? 0))} <span className="soft">{s.took(seconds)}</span></p>
      {estimated && <p className="soft">{w.estimated}</p>}
      {sites.length > 0 && <p className="row"><Button onClick={into} disabled={added}>{s.into}</Button>{added && <span role="status">{s.added}</span>}</p>}
    </section>
  )
}
