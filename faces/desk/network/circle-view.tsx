import { Segmented } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { whatIf } from '@fatong/contract/network/coverage.ts'
import { useMemo, useRef, useState } from 'react'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { words } from '../words/words.ts'
import { ContourPanel } from './contour-panel.tsx'
import { useEdits, withEdit, type Edit } from './edits.ts'
import type { FormStart } from './edit-form.tsx'
import { factOf } from './fact.ts'
import { FactCard } from './fact-card.tsx'
import { Figures, Groups } from './figures.tsx'
import { coveredAt, firstHalf, halfText, persons, sumOf } from './half-hours.ts'
import { Legend } from './legend.tsx'
import { NetworkMap, type PlaceMark, type VillageMark } from './map.tsx'
import css from './network.module.css'
import type { VillageRow } from './order.ts'
import { Places } from './places-list.tsx'
import { nearest, type Spot } from './projection.ts'
import { toneOf, type Showing } from './tones.ts'
import { useContours, type Around } from './use-contours.ts'
import { Villages } from './villages-list.tsx'
import { WeekCurve } from './week-curve.tsx'
import { WhatIf } from './what-if.tsx'
import type { Circle, View, Wish } from './wish.ts'

const w = words.circle
const PANELS = ['villages', 'places', 'whatIf'] as const
type Panel = (typeof PANELS)[number]
interface Props {
  circle: Circle
  wish: Wish
  panel: string
  onPanel: (name: Panel | '') => void
}

/** The week above, the drawing left; villages, places and what is tried take turns at its right. */
export function CircleView({ circle, wish, panel: asked, onPanel }: Props) {
  const [half, setHalf] = useState(() => firstHalf(circle.monday, Date.now()))
  const [showing, setShowing] = useState<Showing>('week')
  const [chosen, setChosen] = useState<string | null>(null)
  const { edits, full, set, back } = useEdits()
  const [form, setForm] = useState<FormStart>({ serial: 0, kind: 'hours', placeId: '', village: '' })
  const [picking, setPicking] = useState<((spot: Spot) => void) | null>(null)
  const [afterShown, setAfterShown] = useState(true)
  const [said, setSaid] = useState('')
  const [around, setAround] = useState<Around>('none')
  const contours = useContours(wish, around, half, chosen)
  const drawing = useRef<HTMLElement>(null)
  const wishes = edits.map((one) => one.wish)
  const attempt = useQuery({
    queryKey: ['network', 'what-if', wish, wishes],
    queryFn: () => call(whatIf, { body: { wish, edits: wishes } }),
    enabled: edits.length > 0,
    retry: false,
    placeholderData: (old) => old,
  })
  const answer = edits.length > 0 && !attempt.error && !attempt.isPlaceholderData ? attempt.data : undefined
  const after = answer?.after
  const shown: View = after && afterShown ? after : circle.now
  const panel: Panel = PANELS.find((name) => name === asked) ?? 'villages'
  const rows = useMemo(() => {
    const served = new Map(shown.villages.map((one) => [one.code, one]))
    return circle.villages.map(({ code, name, town, people, lng, lat }): VillageRow & Spot & { bits: string } => {
      const { minutes = null, halfHours = 0, bits = '' } = served.get(code) ?? {}
      return {
        code,
        name,
        town,
        lng,
        lat,
        people: sumOf(people, wish.age),
        minutes,
        halfHours,
        bits,
        now: coveredAt(bits, half),
      }
    })
  }, [circle.villages, shown, half, wish.age])
  const villages = useMemo(
    () =>
      rows.map(
        (row): VillageMark => ({
          ...row,
          tone: toneOf(showing, row, half, wish.minutes),
          says: `${row.name}，${row.town}，${factOf(row)}，${halfText(half)}${row.now ? w.nowYes : w.nowNo}`,
        }),
      ),
    [rows, showing, half, wish.minutes],
  )
  const add = (edit: Edit) => {
    if (full) return
    set(withEdit(edits, edit))
    setSaid(edit.text)
    setAfterShown(true)
  }
  const where = (spot: Spot) => w.spotNear(nearest(circle.villages, spot)?.name ?? '')
  const start = (next: Omit<FormStart, 'serial'>) => {
    setForm({ serial: form.serial + 1, ...next })
    setPicking(null)
    onPanel('whatIf')
  }
  const pick = (take: ((spot: Spot) => void) | null) => {
    setPicking(() => take)
    if (take) drawing.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div>
      {(circle.estimated || !circle.certain) && (
        <div className={css.notes}>
          {circle.estimated && (
            <p>
              <Mark tone="pause">{w.estimatedMark}</Mark> <span className="soft">{w.estimated}</span>
            </p>
          )}
          {!circle.certain && (
            <p>
              <Mark tone="due">{w.uncertainMark}</Mark> {w.uncertain}
            </p>
          )}
        </div>
      )}
      <Figures now={circle.now} after={after} half={half} showing={showing} limit={wish.minutes} onShow={setShowing} />
      <p className="soft gap-below">{w.points(circle.places.length, circle.visits, persons(circle.now.people))}</p>
      <div className={css.split}>
        <section className="card padded" ref={drawing}>
          <WeekCurve
            shares={shown.byHalfHour}
            otherText={w.dashed[afterShown ? 'before' : 'after']}
            other={after ? (afterShown ? circle.now : after).byHalfHour : undefined}
            half={half}
            people={shown.people}
            onHalf={setHalf}
          />
          {after && (
            <p className="gap-above">
              {w.onMapNow}{' '}
              <Segmented
                aria-label={w.onMapNow}
                size="small"
                value={afterShown ? 'after' : 'before'}
                options={[
                  { value: 'before', label: w.before },
                  { value: 'after', label: w.after },
                ]}
                onChange={(value) => setAfterShown(value === 'after')}
              />
            </p>
          )}
          <Legend showing={showing} limit={wish.minutes} />
          <NetworkMap
            contours={contours.needsPlace ? undefined : contours.lines?.contours}
            villages={villages}
            places={placesOf(circle, edits)}
            chosen={chosen}
            onChoose={(key) => {
              setChosen(key)
              setSaid('')
            }}
            mapNumber={circle.mapNumber}
            picking={picking !== null}
            onPick={(spot) => {
              if (spot) picking?.(spot)
              setPicking(null)
            }}
            onMove={(id, spot) => {
              const place = circle.places.find((one) => one.id === id)
              if (place) {
                add({ wish: { kind: 'move', id, ...spot }, text: w.edits.move(place.name, where(spot)) })
                onPanel('whatIf')
              }
            }}
          />
          <ContourPanel
            around={around}
            onAround={setAround}
            found={contours}
            placeName={circle.places.find(({ id }) => `p:${id}` === chosen)?.name}
            half={half}
            rows={rows}
          />
          <FactCard
            chosen={chosen}
            rows={rows}
            places={circle.places}
            half={half}
            said={said}
            back={back}
            onStart={start}
          />
        </section>
        <section className={`card padded ${css.panel}`}>
          <Segmented
            aria-label={w.panel}
            value={panel}
            options={PANELS.map((value) => ({
              value,
              label: value === 'whatIf' && edits.length > 0 ? w.whatIfCount(edits.length) : w.panels[value],
            }))}
            onChange={onPanel}
          />
          {panel === 'villages' && (
            <Villages
              rows={rows}
              half={half}
              monday={circle.monday}
              chosen={chosen}
              onChoose={(code) => setChosen(`v:${code}`)}
            />
          )}
          {panel === 'places' && (
            <Places
              places={circle.places}
              chosen={chosen}
              onChoose={(id) => setChosen(`p:${id}`)}
              onTry={(id) => start({ kind: 'hours', placeId: id, village: '' })}
            />
          )}
          {panel === 'whatIf' && (
            <WhatIf
              circle={circle}
              wish={wish}
              half={half}
              edits={edits}
              full={full}
              onEdits={set}
              back={back}
              onAdd={add}
              form={form}
              where={where}
              picking={picking !== null}
              onPicking={pick}
              answer={answer}
              busy={attempt.isFetching}
              error={edits.length > 0 ? attempt.error : null}
              onRetry={() => void attempt.refetch()}
            />
          )}
        </section>
      </div>
      <Groups now={circle.now} after={after} />
    </div>
  )
}
/** Places of today and those that are tried, where they are tried. */
function placesOf(circle: Circle, edits: readonly Edit[]): PlaceMark[] {
  const at = new Map(edits.map(({ wish }) => [wish.id, wish]))
  const today = circle.places.flatMap((place): PlaceMark[] => {
    const tried = at.get(place.id)
    if (tried?.kind === 'close') return []
    const moved = edits.find(({ wish }) => wish.kind === 'move' && wish.id === place.id)?.wish
    const { lng, lat } = moved?.kind === 'move' ? moved : place
    return [
      {
        id: place.id,
        name: place.name,
        tier: place.tier,
        lng,
        lat,
        changed: tried !== undefined,
        says: `${place.name}，${place.hoursText}`,
      },
    ]
  })
  const fresh = edits.flatMap(({ wish, text }): PlaceMark[] => {
    if (wish.kind === 'open')
      return [
        {
          id: wish.id,
          name: wish.name,
          tier: wish.tier,
          lng: wish.lng,
          lat: wish.lat,
          changed: true,
          fixed: true,
          says: text,
        },
      ]
    const village = wish.kind === 'visit' ? circle.villages.find(({ code }) => code === wish.village) : undefined
    return village
      ? [
          {
            id: wish.id,
            name: text,
            tier: 'visit',
            lng: village.lng,
            lat: village.lat,
            changed: true,
            fixed: true,
            says: text,
          },
        ]
      : []
  })
  return [...today, ...fresh]
}
