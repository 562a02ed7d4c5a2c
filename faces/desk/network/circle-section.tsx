import { Alert, Button, Checkbox, Input, Segmented, Select } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { coverage, coverageReport, whatIf } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useCallback, useMemo, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { addressOf, call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { today } from '../time/format.ts'
import { AGE_GROUPS, SERVICES, type AgeGroup, type Service, type Tier } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { Compared, Figures } from './figures.tsx'
import { useEdits, type Edit } from './edits.ts'
import { EditForm } from './edit-form.tsx'
import { coveredAt, percent, persons, sumOf } from './half-hours.ts'
import { NetworkMap, type VillageMark } from './map.tsx'
import css from './network.module.css'
import type { Spot } from './projection.ts'
import { WeekCurve } from './week-curve.tsx'

const w = words.circle
type Circle = ReplyOf<typeof coverage>
type View = Circle['now']
export interface Wish { week?: string; service?: Service; tier?: Tier; age?: AgeGroup; travel?: 'walk' | 'ebike' | 'car'; minutes: number }
const options = (first: string, table: Readonly<Record<string, string>>) => [{ value: '', label: first }, ...Object.entries(table).map(([value, label]) => ({ value, label }))]
const SERVICE_WORDS = Object.fromEntries(Object.entries(SERVICES).map(([name, { words: says }]) => [name, says]))
const SHOWN = 20

/** Where people are within reach of help, hour by hour, and what would change it. */
export function CircleSection() {
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const wish: Wish = { minutes: Number(search.get('minutes')) || 30 }
  for (const name of ['week', 'service', 'tier', 'age', 'travel'] as const) { const value = search.get(name); if (value) (wish as unknown as Record<string, string>)[name] = value }
  const set = (name: string, value: string) => { if (value === '') search.delete(name); else search.set(name, value); go(`/network/circle?${search}`, { replace: true }) }
  const found = useQuery({ queryKey: ['network', 'coverage', wish], queryFn: () => call(coverage, { query: wish }), placeholderData: keepPreviousData })
  return (
    <>
      <p className="soft gap-below">{w.lead}</p>
      <div className={css.bar}>
        <label>{w.week} <Input className={css.date} type="date" value={wish.week ?? today()} onChange={({ target }) => set('week', target.value)} /></label>
        <Select aria-label={w.service} className={css.select} value={wish.service ?? ''} options={options(w.anyService, SERVICE_WORDS)} onChange={(value: string) => set('service', value)} />
        <Select aria-label={w.tier} className={css.select} value={wish.tier ?? ''} options={options(w.allTiers, w.tiers)} onChange={(value: string) => set('tier', value)} />
        <Select aria-label={w.age} className={css.select} value={wish.age ?? ''} options={options(w.allAges, AGE_GROUPS)} onChange={(value: string) => set('age', value)} />
        <Select aria-label={w.travel} className={css.select} value={wish.travel ?? ''} options={options(w.usual, w.travels)} onChange={(value: string) => set('travel', value)} />
        <Button icon={<DownloadOutlined />} href={addressOf(coverageReport.path, {}, wish)}>{w.report}</Button>
      </div>
      {found.error && !found.data ? <LoadFailed error={found.error} onRetry={() => void found.refetch()} /> : !found.data ? <Loading /> : found.data.villages.length === 0
        ? <><Nothing title={w.empty} help={w.emptyHelp} /><p className="centred"><Link href="/network/data">{w.toData}</Link></p></> : <Circle circle={found.data} wish={wish} />}
    </>
  )
}

function Circle({ circle, wish }: { circle: Circle; wish: Wish }) {
  const [half, setHalf] = useState(19)
  const [showing, setShowing] = useState<'hour' | 'minutes'>('hour')
  const [chosen, setChosen] = useState<string | null>(null)
  const [edits, setEdits] = useEdits()
  const [picking, setPicking] = useState<((spot: Spot) => void) | null>(null)
  const [shownAfter, setShownAfter] = useState(true)
  const attempt = useMutation({ mutationFn: (all: readonly Edit[]) => call(whatIf, { body: { wish, edits: all.map((one) => one.wish) } }) })
  const change = (next: readonly Edit[]) => { attempt.reset(); setEdits(next) }
  const after = attempt.data?.after
  const shown: View = after && shownAfter ? after : circle.now
  const onHalf = useCallback((value: number) => setHalf(value), [])
  const byCode = useMemo(() => new Map(shown.villages.map((one) => [one.code, one])), [shown])
  const villages = circle.villages.map((one): VillageMark => {
    const { minutes = null, bits = '' } = byCode.get(one.code) ?? {}
    const band = minutes === null || minutes > 30 ? 3 : minutes > 20 ? 2 : minutes > 10 ? 1 : 0
    return { ...one, people: sumOf(one.people, wish.age), tone: showing === 'minutes' ? band : coveredAt(bits, half) ? 'covered' : 'uncovered' }
  })
  const moved = new Map(edits.flatMap(({ wish: one }) => (one.kind === 'move' ? [[one.id, one] as const] : [])))
  const added = edits.flatMap(({ wish: one }) => (one.kind === 'open' ? [{ id: one.id, name: one.name, tier: one.tier as string, lng: one.lng, lat: one.lat, moved: true }] : []))
  const places = [...circle.places.map((place) => ({ ...place, ...(moved.has(place.id) ? { lng: moved.get(place.id)!.lng, lat: moved.get(place.id)!.lat, moved: true } : {}) })), ...added]
  const move = (id: string, spot: Spot) => {
    const place = circle.places.find((one) => one.id === id)
    if (place && (Math.abs(place.lng - spot.lng) > 1e-4 || Math.abs(place.lat - spot.lat) > 1e-4)) change([...edits.filter(({ wish: one }) => !(one.kind === 'move' && one.id === id)), { wish: { kind: 'move', id, ...spot }, text: w.edits.move(place.name, w.spot) }])
  }
  return (
    <div className="stack">
      {circle.estimated && <Alert type="info" showIcon title={w.estimated} />}
      {!circle.certain && <Alert type="warning" showIcon title={w.uncertain} />}
      <Figures view={shown} places={circle.places.length} visits={circle.visits} />
      <section className="card padded"><WeekCurve shares={shown.byHalfHour} other={after ? circle.now.byHalfHour : undefined} half={half} people={shown.people} onHalf={onHalf} /></section>
      <div className={css.split}>
        <section className="card padded">
          <div className={css.bar}><Segmented aria-label={w.showing} value={showing} options={(['hour', 'minutes'] as const).map((value) => ({ value, label: w.showings[value] ?? '' }))} onChange={setShowing} />{after && <Checkbox checked={shownAfter} onChange={({ target }) => setShownAfter(target.checked)}>{w.afterShown}</Checkbox>}</div>
          <NetworkMap villages={villages} places={places} chosen={chosen} onChoose={setChosen} mapNumber={circle.mapNumber} picking={picking !== null} onPick={(spot) => { picking?.(spot); setPicking(null) }} onMove={move} />
          <Legend showing={showing} />
        </section>
        <Villages villages={villages} view={byCode} half={half} chosen={chosen} onChoose={setChosen} names={circle.villages} />
      </div>
      <section className="card padded stack">
        <h2>{w.whatIf}</h2>
        <p className="soft">{w.whatIfLead}</p>
        <EditForm circle={circle} onAdd={(edit) => change([...edits, edit])} picking={picking !== null} onPicking={(take) => setPicking(() => take)} />
        {edits.length === 0 ? <p className="soft">{w.noEdits}</p> : (
          <>
            <ol className={css.edits}>{edits.map((edit, at) => <li key={`${edit.text} ${at}`}><span>{edit.text}{attempt.error !== null && problemAt(attempt.error, at) !== undefined && <b className="wrong"> {problemAt(attempt.error, at)}</b>}</span><Button size="small" aria-label={w.undo(edit.text)} onClick={() => change(edits.filter((_, i) => i !== at))}>{w.undoShort}</Button></li>)}</ol>
            <p className="row"><Button type="primary" loading={attempt.isPending} onClick={() => attempt.mutate(edits)}>{attempt.isPending ? w.trying : w.try}</Button><Button onClick={() => change([])}>{w.clear}</Button></p>
          </>
        )}
        {attempt.error !== null && <Alert type="error" showIcon role="alert" title={attempt.error.message} />}
        {attempt.data && <Compared before={attempt.data.before} after={attempt.data.after} names={circle.villages} milliseconds={attempt.data.milliseconds} />}
      </section>
    </div>
  )
}
const problemAt = (error: Error, at: number): string | undefined => (error as { fields?: Record<string, string> }).fields?.[`edits.${at}`]

function Legend({ showing }: { showing: 'hour' | 'minutes' }) {
  const tones = showing === 'hour' ? ([['covered', w.covered], ['uncovered', w.uncovered]] as const) : w.bands.map((text, at) => [String(at), text] as const)
  return (
    <ul className={css.legend} aria-label={w.legend}>
      {tones.map(([tone, text]) => <li key={tone}><svg viewBox="0 0 16 16" aria-hidden="true"><g className={`${css.village} ${css[`tone-${tone}`] ?? ''}`}><circle cx={8} cy={8} r={6} /></g></svg>{text}</li>)}
      {(['center', 'station', 'kiosk'] as const).map((tier) => <li key={tier}><svg viewBox="0 0 16 16" aria-hidden="true"><path className={css.place} d={SHAPES[tier]} /></svg>{w.tiers[tier]}</li>)}
    </ul>
  )
}
const SHAPES = { center: 'M8 1l2 5h5l-4 3.500 1.500 5.500L8 11.500 3.500 15 5 9.500 1 6h5z', station: 'M3 3h10v10H3z', kiosk: 'M8 2l6 12H2z' }

interface VillagesProps { villages: readonly VillageMark[]; names: Circle['villages']; view: ReadonlyMap<string, View['villages'][number]>; half: number; chosen: string | null; onChoose: (code: string) => void }
function Villages({ villages, names, view, half, chosen, onChoose }: VillagesProps) {
  const [only, setOnly] = useState(false)
  const [many, setMany] = useState(SHOWN)
  const townOf = new Map(names.map(({ code, town }) => [code, town]))
  const out = villages.filter(({ code }) => !coveredAt(view.get(code)?.bits ?? '', half))
  const rows = (only ? out : [...villages]).sort((a, b) => Number(b.code === chosen) - Number(a.code === chosen) || (view.get(a.code)?.halfHours ?? 0) - (view.get(b.code)?.halfHours ?? 0) || b.people - a.people)
  return (
    <section className="card padded">
      <h2>{w.list}</h2>
      <p className="gap-below" role="status">{out.length === 0 ? w.allCovered : w.uncoveredCount(out.length, persons(out.reduce((sum, { people }) => sum + people, 0)))}</p>
      <p className="gap-below"><Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>{w.onlyUncovered}</Checkbox></p>
      <div className={css.scroll} tabIndex={0} role="region" aria-label={w.list}>
        <table className={css.table}>
          <thead><tr>{w.columns.map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
          <tbody>{rows.slice(0, many).map(({ code, name, people }) => {
            const { minutes = null, halfHours = 0 } = view.get(code) ?? {}
            return <tr key={code} aria-selected={code === chosen}><th scope="row"><button type="button" className={css.link} onClick={() => onChoose(code)}>{name}</button><br /><span className="soft">{townOf.get(code)}</span></th><td className="num">{people.toLocaleString('zh-CN')}</td><td>{minutes === null ? w.nowhere : w.minutesText(minutes)}</td><td className="num">{w.hours(halfHours)}<br /><span className="soft">{percent(halfHours / 336)}</span></td></tr>
          })}</tbody>
        </table>
      </div>
      {rows.length > many && <Button className="gap-above" onClick={() => setMany(rows.length)}>{w.more(rows.length - many)}</Button>}
    </section>
  )
}
