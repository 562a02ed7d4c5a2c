import { Alert, Button } from 'antd'
import type { siting } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { uuid } from '../../ui/uuid.ts'
import { Mark } from '../shell/mark.tsx'
import { words } from '../words/words.ts'
import { keepEdits, keptEdits, MOST_EDITS, withEdit, type Edit } from './edits.ts'
import { percent, persons } from './half-hours.ts'
import css from './network.module.css'
import { SERVICES_AT } from './tried-hours.ts'
import type { Travel } from './use-travels.ts'

const w = words.circle
const s = w.siting
const SHOWN = 20
export type Goal = 'coverMost' | 'coverAll' | 'shortest' | 'farthest'
export type Answer = ReplyOf<typeof siting>
type Asked = { goal: Goal; more: number; travel: Travel; minutes: number }

/** What the solver found: what is kept, what is given up, where new ones go, and what it gains against today. */
export function SitingFound({ answer, asked }: { answer: Answer; asked: Asked }) {
  const { outcome, says, sites, kept, givenUp, points, covered, gap, seconds, estimated, unreachable } = answer
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
  const today = points.fixed + points.free
  return (
    <section className="card padded stack" role="status">
      <h2>
        {sites.length > 0 ? s.sites : s.answer}{' '}
        <Mark tone={proven ? 'done' : 'due'}>{proven ? s.provenMark : s.gapMark}</Mark>
      </h2>
      {sites.length === 0 ? (
        <p>{givenUp.length > 0 ? s.noneNew : noneOf(asked)}</p>
      ) : (
        <ol className={css.sites}>
          {sites.map(({ village, name, people }) => (
            <li key={village}>{s.site(name, persons(people))}</li>
          ))}
        </ol>
      )}
      {points.free > 0 && (
        <>
          <Names title={s.keptTitle(kept.length)} none={s.keptNone} points={kept} />
          <Names title={s.givenUpTitle(givenUp.length)} none={s.givenUpNone} points={givenUp} />
        </>
      )}
      <p>{s.points(today, points.fixed + kept.length + sites.length, points.fixed, kept.length, sites.length)}</p>
      <p>
        {s.covered(persons(covered.before), persons(covered.after), persons(covered.people), asked.minutes)}{' '}
        <b>
          {covered.after > covered.before
            ? s.gain(persons(covered.after - covered.before))
            : covered.after < covered.before
              ? s.loss(persons(covered.before - covered.after))
              : ''}
        </b>
      </p>
      <Ways answer={answer} goal={asked.goal} />
      <p>
        {proven ? s.proven : s.gap(percent(gap ?? 0))}
        {limitOf(answer, asked.goal)} <span className="soft">{s.took(seconds)}</span>
      </p>
      {estimated && (
        <p>
          <Mark tone="pause">{w.estimatedMark}</Mark> <span className="soft">{w.estimated}</span>
        </p>
      )}
      {(sites.length > 0 || givenUp.length > 0) && <Into answer={answer} asked={asked} />}
    </section>
  )
}

/** Why there is nothing new: all are looked after already, more would not help, or no more were asked for. */
const noneOf = ({ goal, more }: Asked): string => (goal === 'coverAll' ? s.none : more > 0 ? s.noneHelps : s.noneSame)

/** How far people go, before and after; the ways of all are a sum nobody has a feeling for, the way of one person is. */
function Ways({ answer: { objective, today, covered }, goal }: { answer: Answer; goal: Goal }) {
  if (objective === null || (goal !== 'farthest' && goal !== 'shortest') || covered.people === 0) return null
  const told = (minutes: number) =>
    goal === 'farthest' ? String(Math.ceil(minutes)) : (minutes / covered.people).toFixed(1)
  return (
    <p>
      {s[goal === 'farthest' ? 'farthest' : 'average'](told(objective))}
      {today !== null && told(today) !== told(objective) && s.waysToday(told(today))}
    </p>
  )
}

function limitOf({ gap, bound, objective, covered }: Answer, goal: Goal): string | undefined {
  if (gap === 0 || bound === null || objective === null) return undefined
  if (goal === 'coverMost') return s.upTo(persons(Math.min(bound, covered.people)))
  return goal === 'coverAll' ? s.atLeast(Math.ceil(bound - 1e-6)) : undefined
}

function Names({ title, none, points }: { title: string; none: string; points: Answer['kept'] }) {
  const [many, setMany] = useState(SHOWN)
  return (
    <div>
      <h3 className={css.part}>{title}</h3>
      {points.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className={css.names3}>
          {points.slice(0, many).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
      {points.length > many && (
        <Button size="small" onClick={() => setMany(points.length)}>
          {w.more(points.length - many)}
        </Button>
      )}
    </div>
  )
}

/** Puts the answer among what is being tried: new points opened, those given up closed. */
function Into({ answer: { sites, givenUp }, asked }: { answer: Answer; asked: Asked }) {
  const [added, setAdded] = useState<'no' | 'yes' | 'tooMany'>('no')
  const into = () => {
    const closed = givenUp.map(({ id, name }): Edit => ({ wish: { kind: 'close', id }, text: w.edits.close(name) }))
    const opened = sites.map(({ name, lng, lat }): Edit => {
      const called = w.newPlace(name, w.tiers['station'] ?? '')
      return {
        wish: { kind: 'open', id: uuid(), name: called, tier: 'station', services: SERVICES_AT.station, lng, lat },
        text: w.edits.open(called, name),
      }
    })
    const next = [...closed, ...opened].reduce<readonly Edit[]>(withEdit, keptEdits())
    if (next.length > MOST_EDITS) {
      setAdded('tooMany')
      return
    }
    keepEdits(next)
    setAdded('yes')
  }
  return (
    <p className="row">
      <Button type="primary" onClick={into} disabled={added === 'yes'}>
        {s.into}
      </Button>
      {added === 'yes' && (
        <span>
          {s.added}{' '}
          <Link href={`/network/circle?panel=whatIf&travel=${asked.travel}&minutes=${asked.minutes}`}>{s.look}</Link>
        </span>
      )}
      {added === 'tooMany' && <span className="wrong">{s.tooMany}</span>}
    </p>
  )
}
