import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { HoursField } from '../admin/hours-field.tsx'
import type { WeekHours } from '../admin/hours.ts'
import { words } from '../words/words.ts'
import type { Edit } from './edits.ts'
import css from './network.module.css'
import type { Spot } from './projection.ts'
import { HALVES, HOURS_AT, longer, sameWeek, SERVICES_AT, type NewTier, type Preset } from './tried-hours.ts'
import type { Circle } from './wish.ts'

const w = words.circle
export type Kind = 'hours' | 'staff' | 'close' | 'move' | 'open' | 'visit'
/** What the form begins with when it is opened from the drawing or a list; a new serial begins anew. */
export interface FormStart {
  serial: number
  kind: Kind
  placeId: string
  village: string
}
const KINDS: readonly Kind[] = ['hours', 'staff', 'close', 'move', 'open', 'visit']
const NEW_TIERS: readonly NewTier[] = ['station', 'kiosk', 'office', 'center']
interface Props {
  circle: Circle
  start: FormStart
  full: boolean
  where: (spot: Spot) => string
  onAdd: (edit: Edit) => void
  picking: boolean
  onPicking: (take: ((spot: Spot) => void) | null) => void
}

/** One change to try. Everything that can be dragged on the drawing can be chosen here as well. */
export function EditForm({ circle, start, full, where, onAdd, picking, onPicking }: Props) {
  const [kind, setKind] = useState<Kind>(start.kind)
  const [placeId, setPlaceId] = useState(start.placeId)
  const [village, setVillage] = useState(start.village)
  const [spot, setSpot] = useState<Spot | null>(null)
  const [preset, setPreset] = useState<Preset>('later')
  const [own, setOwn] = useState<{ of: string; weekly: WeekHours } | null>(null)
  const [tier, setTier] = useState<NewTier>('station')
  const [name, setName] = useState('')
  const [day, setDay] = useState(6)
  const [half, setHalf] = useState<keyof typeof HALVES>('morning')
  const [wrong, setWrong] = useState('')
  const place = circle.places.find(({ id }) => id === placeId)
  const at = circle.villages.find(({ code }) => code === village)
  const target = spot ?? (at ? { lng: at.lng, lat: at.lat } : null)
  const targetText = spot ? where(spot) : (at?.name ?? '')
  // hours of one place are never tried on another
  const week = place && (own?.of === place.id ? own.weekly : place.weekly.map((spans) => [...spans]))
  const made = (): Edit | string => {
    if (full) return w.full
    switch (kind) {
      case 'hours': {
        if (!place || !week) return w.needPlace
        const weekly = preset === 'own' ? week : longer(place.weekly, preset)
        return sameWeek(weekly, place.weekly)
          ? w.sameHours
          : { wish: { kind, id: place.id, weekly }, text: w.edits.hours(place.name, w[preset]) }
      }
      case 'staff':
        return place ? { wish: { kind, id: place.id }, text: w.edits.staff(place.name) } : w.needPlace
      case 'close':
        return place ? { wish: { kind, id: place.id }, text: w.edits.close(place.name) } : w.needPlace
      case 'move':
        return !place
          ? w.needPlace
          : target
            ? { wish: { kind, id: place.id, ...target }, text: w.edits.move(place.name, targetText) }
            : w.needSpot
      case 'open': {
        if (!target) return w.needSpot
        const called = name.trim() === '' ? w.newPlace(targetText, w.tiers[tier] ?? '') : name.trim()
        const weekly = HOURS_AT[tier]
        return {
          wish: {
            kind,
            id: uuid(),
            name: called,
            tier,
            services: SERVICES_AT[tier],
            ...(weekly ? { weekly } : {}),
            ...target,
          },
          text: w.edits.open(called, targetText),
        }
      }
      case 'visit':
        return at
          ? {
              wish: {
                kind,
                id: uuid(),
                village: at.code,
                weekday: day,
                hours: [HALVES[half]],
                services: SERVICES_AT.visit,
              },
              text: w.edits.visit(at.name, `${w.days[day - 1] ?? ''}${w.halves[half] ?? ''}`),
            }
          : w.needVillage
      default:
        return kind satisfies never
    }
  }
  const add = () => {
    const edit = made()
    setWrong(typeof edit === 'string' ? edit : '')
    if (typeof edit === 'string') return
    onAdd(edit)
    onPicking(null)
    setSpot(null)
    setName('')
  }
  const atPlace = kind === 'hours' || kind === 'staff' || kind === 'close' || kind === 'move'
  const bySpot = kind === 'move' || kind === 'open'
  return (
    <div>
      <div className={css.fields}>
        <Field label={w.what}>
          <Select
            aria-label={w.what}
            value={kind}
            options={KINDS.map((value) => ({ value, label: w.kinds[value] }))}
            onChange={(value) => {
              setKind(value)
              setWrong('')
              onPicking(null)
            }}
          />
        </Field>
        {atPlace && (
          <Field label={w.place}>
            <Select
              aria-label={w.place}
              showSearch={{ optionFilterProp: 'label' }}
              value={placeId || null}
              placeholder={w.place}
              options={circle.places.map(({ id, name: label }) => ({ value: id, label }))}
              onChange={(value) => {
                setPlaceId(value ?? '')
                setWrong('')
              }}
            />
          </Field>
        )}
        {kind === 'hours' && (
          <Field label={w.presets}>
            <Select
              aria-label={w.presets}
              value={preset}
              options={(['later', 'saturday', 'own'] as const).map((value) => ({ value, label: w[value] }))}
              onChange={setPreset}
            />
          </Field>
        )}
        {kind === 'open' && (
          <Field label={w.newTier}>
            <Select
              aria-label={w.newTier}
              value={tier}
              options={NEW_TIERS.map((value) => ({ value, label: w.tiers[value] }))}
              onChange={setTier}
            />
          </Field>
        )}
        {(bySpot || kind === 'visit') && (
          <Field label={kind === 'move' ? w.moveTo : w.village}>
            <Select
              aria-label={kind === 'move' ? w.moveTo : w.village}
              showSearch={{ optionFilterProp: 'label' }}
              value={spot ? null : village || null}
              placeholder={spot ? w.picked : w.village}
              options={circle.villages.map(({ code, name: label, town }) => ({
                value: code,
                label: `${label} ${town}`,
              }))}
              onChange={(value) => {
                setVillage(value ?? '')
                setSpot(null)
                setWrong('')
              }}
            />
          </Field>
        )}
        {bySpot && (
          <Button
            onClick={() =>
              onPicking(
                picking
                  ? null
                  : (one) => {
                      setSpot(one)
                      setWrong('')
                    },
              )
            }
          >
            {picking ? w.cancelPick : spot ? `✓ ${targetText}` : w.pick}
          </Button>
        )}
        {kind === 'open' && (
          <Field label={w.newName}>
            <Input
              aria-label={w.newName}
              value={name}
              maxLength={40}
              onChange={({ target: field }) => setName(field.value)}
            />
          </Field>
        )}
        {kind === 'visit' && (
          <>
            <Field label={w.day}>
              <Select
                aria-label={w.day}
                value={day}
                options={w.days.map((label, i) => ({ value: i + 1, label }))}
                onChange={setDay}
              />
            </Field>
            <Field label={w.half}>
              <Select
                aria-label={w.half}
                value={half}
                options={(Object.keys(HALVES) as (keyof typeof HALVES)[]).map((value) => ({
                  value,
                  label: w.halves[value],
                }))}
                onChange={setHalf}
              />
            </Field>
          </>
        )}
      </div>
      {kind === 'hours' &&
        preset === 'own' &&
        (place && week ? (
          <div className="gap-above">
            <HoursField value={week} onChange={(weekly) => setOwn(weekly && { of: place.id, weekly })} />
          </div>
        ) : (
          <p className="soft gap-above">{w.needHours}</p>
        ))}
      {wrong !== '' && (
        <p className="wrong gap-above" role="alert">
          {wrong}
        </p>
      )}
      <p className="gap-above">
        <Button type="primary" onClick={add}>
          {w.addEdit}
        </Button>
      </p>
    </div>
  )
}
const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={css.field}>
    <span aria-hidden="true">{label}</span>
    {children}
  </div>
)
