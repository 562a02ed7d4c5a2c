import { Button, Input, Select } from 'antd'
import type { coverage } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { HoursField } from '../admin/hours-field.tsx'
import type { WeekHours } from '../admin/hours.ts'
import type { Service } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import type { Edit } from './edits.ts'
import css from './network.module.css'
import type { Spot } from './projection.ts'

const w = words.circle
type Circle = ReplyOf<typeof coverage>
type Kind = 'hours' | 'close' | 'move' | 'open' | 'visit'
const KINDS: readonly Kind[] = ['hours', 'close', 'move', 'open', 'visit']
const HALVES = { morning: { open: 540, close: 720 }, afternoon: { open: 840, close: 1020 }, evening: { open: 1110, close: 1230 } }
type Preset = 'later' | 'saturday' | 'own'
const AT_VISIT: Service[] = ['consultation', 'drafting', 'mediation']
const AT_POINT: Service[] = ['consultation', 'intake', 'drafting', 'mediation', 'leaflets']
interface Props { circle: Circle; onAdd: (edit: Edit) => void; picking: boolean; onPicking: (take: ((spot: Spot) => void) | null) => void }

/** One change to try. Everything that can be dragged on the drawing can be chosen here as well. */
export function EditForm({ circle, onAdd, picking, onPicking }: Props) {
  const [kind, setKind] = useState<Kind>('hours')
  const [placeId, setPlaceId] = useState('')
  const [village, setVillage] = useState('')
  const [spot, setSpot] = useState<Spot | null>(null)
  const [preset, setPreset] = useState<Preset>('later')
  const [own, setOwn] = useState<WeekHours | null>(null)
  const [name, setName] = useState('')
  const [day, setDay] = useState(6)
  const [half, setHalf] = useState<keyof typeof HALVES>('morning')
  const [wrong, setWrong] = useState('')
  const place = circle.places.find(({ id }) => id === placeId)
  const at = circle.villages.find(({ code }) => code === village)
  const where = spot ?? (at ? { lng: at.lng, lat: at.lat } : null)
  const whereText = spot ? w.spot : (at?.name ?? '')
  const add = () => {
    const edit = made()
    setWrong(typeof edit === 'string' ? edit : '')
    if (typeof edit === 'string') return
    onAdd(edit)
    setSpot(null)
  }
  const made = (): Edit | string => {
    switch (kind) {
      case 'hours': return place ? { wish: { kind, id: place.id, weekly: preset === 'own' && own ? own : changed(place.weekly, preset) }, text: w.edits.hours(place.name, preset === 'own' ? w.own : w[preset]) } : w.needPlace
      case 'close': return place ? { wish: { kind, id: place.id }, text: w.edits.close(place.name) } : w.needPlace
      case 'move': return !place ? w.needPlace : where ? { wish: { kind, id: place.id, ...where }, text: w.edits.move(place.name, whereText) } : w.needVillage
      case 'open': return where ? { wish: { kind, id: uuid(), name: name.trim() === '' ? `${whereText}工作站` : name.trim(), tier: 'station', services: AT_POINT, ...where }, text: w.edits.open(name.trim() === '' ? `${whereText}工作站` : name.trim(), whereText) } : w.needVillage
      case 'visit': return at ? { wish: { kind, id: uuid(), village: at.code, weekday: day, hours: [HALVES[half]], services: AT_VISIT }, text: w.edits.visit(at.name, `${w.days[day - 1] ?? ''}${w.halves[half] ?? ''}`) } : w.needVillage
      default: return kind satisfies never
    }
  }
  const needsPlace = kind === 'hours' || kind === 'close' || kind === 'move'
  const needsSpot = kind === 'move' || kind === 'open' || kind === 'visit'
  return (
    <div className="stack">
      <div className={css.bar}>
        <Select aria-label={w.addEdit} className={css.select} value={kind} options={KINDS.map((value) => ({ value, label: w.kinds[value] }))} onChange={(value) => { setKind(value); setWrong('') }} />
        {needsPlace && <Select aria-label={w.place} className={css.wide} showSearch optionFilterProp="label" value={placeId || null} placeholder={w.place} options={circle.places.map(({ id, name: label }) => ({ value: id, label }))} onChange={(value) => setPlaceId(value ?? '')} />}
        {needsSpot && <Select aria-label={kind === 'move' ? w.moveTo : w.village} className={css.wide} showSearch optionFilterProp="label" value={village || null} placeholder={w.village} options={circle.villages.map(({ code, name: label, town }) => ({ value: code, label: `${label} ${town}` }))} onChange={(value) => { setVillage(value ?? ''); setSpot(null) }} />}
        {(kind === 'move' || kind === 'open') && <Button onClick={() => onPicking(picking ? null : setSpot)}>{picking ? w.cancelPick : spot ? `${w.spot} ✓` : w.pick}</Button>}
        {kind === 'hours' && <Select aria-label={w.presets} className={css.select} value={preset} options={(['later', 'saturday', 'own'] as const).map((value) => ({ value, label: w[value] }))} onChange={(value) => { setPreset(value); if (value === 'own' && place) setOwn(place.weekly.map((spans) => [...spans])) }} />}
        {kind === 'open' && <Input className={css.select} aria-label={w.newName} placeholder={w.newName} value={name} maxLength={40} onChange={({ target }) => setName(target.value)} />}
        {kind === 'visit' && <><Select aria-label={w.day} value={day} options={w.days.map((label, i) => ({ value: i + 1, label }))} onChange={setDay} /><Select aria-label={w.half} className={css.select} value={half} options={(Object.keys(HALVES) as (keyof typeof HALVES)[]).map((value) => ({ value, label: w.halves[value] }))} onChange={setHalf} /></>}
        <Button type="primary" onClick={add}>{w.addEdit}</Button>
      </div>
      {kind === 'hours' && preset === 'own' && place && <HoursField value={own} onChange={setOwn} />}
      {wrong !== '' && <p className="wrong" role="alert">{wrong}</p>}
    </div>
  )
}

/** Working days until eight, or Saturday mornings beside what there is. */
export function changed(weekly: WeekHours, preset: Preset): WeekHours {
  if (preset === 'saturday') return weekly.map((spans, at) => (at === 5 && spans.length === 0 ? [{ open: 540, close: 720 }] : spans))
  return weekly.map((spans, at) => (at < 5 && spans.length > 0 ? spans.map((span, i) => (i === spans.length - 1 ? { ...span, close: Math.max(span.close, 1200) } : span)) : spans))
}
