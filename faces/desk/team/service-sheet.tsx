import { Input, InputNumber, Radio, Select } from 'antd'
import {
  addService,
  HELPED,
  SERVICE_RESULTS,
  SERVICE_WORK,
  ServiceEntryBody,
  type serviceLog,
} from '@fatong/contract/network/service-log.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { checkForm } from '../forms/schema-fields.ts'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './team.module.css'

const w = words.service
type Reply = ReplyOf<typeof serviceLog>
type Entry = {
  memberId: string
  placeId: string
  day: string
  at: string
  work: keyof typeof SERVICE_WORK
  helped: keyof typeof HELPED
  people: number | null
  matter: string
  minutes: number | null
  result: keyof typeof SERVICE_RESULTS
  note: string
}
const options = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([value, label]) => ({ value, label }))
/** What was typed stays while the page is open, if the sheet is closed by mistake. */
let kept: Entry | undefined

/** One time somebody was helped: the person puts it down, or the station does for them. */
export function ServiceSheet({
  people,
  places,
  chosen,
  onClose,
}: {
  people: Reply['people']
  places: Reply['places']
  chosen: string
  onClose: () => void
}) {
  const id = useRef(uuid())
  const [entry, setEntry] = useState<Entry>(() => {
    const first = people.find((one) => one.id === chosen) ?? (people.length === 1 ? people[0] : undefined)
    return (
      kept ?? {
        memberId: first?.id ?? '',
        placeId: first?.placeId ?? '',
        day: today(),
        at: '',
        work: 'consultation',
        helped: 'resident',
        people: 1,
        matter: '',
        minutes: 30,
        result: 'solved',
        note: '',
      }
    )
  })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const set = (change: Partial<Entry>) => {
    kept = { ...entry, ...change }
    setEntry(kept)
  }
  const save = useSave({
    run: (body: ReturnType<typeof ServiceEntryBody.parse>) => call(addService, { params: { id: id.current }, body }),
    refresh: 'service',
    says: w.saved,
    onDone: () => {
      kept = undefined
      onClose()
    },
    onError: (error) => {
      if (error instanceof ProblemError) setWrong(error.fields)
    },
  })
  const submit = () => {
    const needed = {
      ...(entry.memberId === '' ? { memberId: w.needed.memberId } : {}),
      ...(entry.placeId === '' ? { placeId: w.needed.placeId } : {}),
      ...(entry.people === null ? { people: w.needed.people } : {}),
      ...(entry.minutes === null ? { minutes: w.needed.minutes } : {}),
    }
    const checked = checkForm<ReturnType<typeof ServiceEntryBody.parse>>(ServiceEntryBody, entry)
    const errors = { ...('errors' in checked ? checked.errors : {}), ...needed }
    setWrong(errors)
    if (Object.keys(errors).length === 0 && 'data' in checked) save.mutate(checked.data)
  }
  const says = (name: string) =>
    wrong[name] !== undefined && (
      <p className="wrong" role="alert">
        {wrong[name]}
      </p>
    )
  const where =
    places.some(({ id: place }) => place === entry.placeId) || entry.placeId === ''
      ? places
      : [...places, { id: entry.placeId, name: people.find(({ id: who }) => who === entry.memberId)?.placeName ?? '' }]
  return (
    <SideSheet title={w.addTitle} open onClose={onClose} onSave={submit} saving={save.isPending}>
      <div className="stack">
        <p className="soft">{w.noNames}</p>
        <div>
          <label htmlFor="service-who">{w.who}</label>
          <Select
            id="service-who"
            aria-label={w.who}
            className="full"
            showSearch
            optionFilterProp="label"
            value={entry.memberId || null}
            placeholder={w.needed.memberId}
            options={people.map(({ id: value, name, placeName }) => ({ value, label: `${name} ${placeName}` }))}
            onChange={(memberId) =>
              set({ memberId, placeId: people.find((one) => one.id === memberId)?.placeId ?? entry.placeId })
            }
          />
          {says('memberId')}
        </div>
        <div className={css.line}>
          <div>
            <label htmlFor="service-day">{w.day}</label>
            <Input
              id="service-day"
              type="date"
              max={today()}
              value={entry.day}
              onChange={({ target }) => set({ day: target.value })}
            />
            {says('day')}
          </div>
          <div>
            <label htmlFor="service-minutes">{w.long}</label>
            <InputNumber
              id="service-minutes"
              className="full"
              min={1}
              max={1440}
              precision={0}
              value={entry.minutes}
              onChange={(minutes) => set({ minutes })}
            />
            {says('minutes')}
          </div>
        </div>
        <div>
          <label htmlFor="service-place">{w.place}</label>
          <Select
            id="service-place"
            aria-label={w.place}
            className="full"
            showSearch
            optionFilterProp="label"
            value={entry.placeId || null}
            options={where.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(placeId) => set({ placeId })}
          />
          {says('placeId')}
        </div>
        <div>
          <label htmlFor="service-at">{w.at}</label>
          <Input
            id="service-at"
            value={entry.at}
            maxLength={60}
            placeholder={w.atExample}
            onChange={({ target }) => set({ at: target.value })}
          />
          {says('at')}
        </div>
        <div>
          <label htmlFor="service-work">{w.work}</label>
          <Select
            id="service-work"
            aria-label={w.work}
            className="full"
            value={entry.work}
            options={options(SERVICE_WORK)}
            onChange={(work) =>
              set({ work, ...(work === 'lecture' || work === 'publicity' ? { helped: 'group' as const } : {}) })
            }
          />
        </div>
        <div className={css.line}>
          <div>
            <label htmlFor="service-helped">{w.helped}</label>
            <Select
              id="service-helped"
              aria-label={w.helped}
              className="full"
              value={entry.helped}
              options={options(HELPED)}
              onChange={(helped) => set({ helped })}
            />
          </div>
          <div>
            <label htmlFor="service-people">{w.count}</label>
            <InputNumber
              id="service-people"
              className="full"
              min={1}
              max={100_000}
              precision={0}
              value={entry.people}
              onChange={(n) => set({ people: n })}
            />
            {says('people')}
          </div>
        </div>
        <div>
          <label htmlFor="service-matter">{w.matter}</label>
          <Input
            id="service-matter"
            value={entry.matter}
            maxLength={60}
            placeholder={w.matterExample}
            onChange={({ target }) => set({ matter: target.value })}
          />
          {says('matter')}
        </div>
        <fieldset className="plain-fieldset">
          <legend>{w.result}</legend>
          <Radio.Group
            className="vertical-options"
            value={entry.result}
            options={options(SERVICE_RESULTS)}
            onChange={({ target }) => set({ result: target.value as Entry['result'] })}
          />
        </fieldset>
        <div>
          <label htmlFor="service-note">{w.note}</label>
          <Input.TextArea
            id="service-note"
            rows={2}
            maxLength={300}
            value={entry.note}
            onChange={({ target }) => set({ note: target.value })}
          />
          {says('note')}
        </div>
      </div>
    </SideSheet>
  )
}
