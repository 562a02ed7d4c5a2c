import { Input, Radio, Select } from 'antd'
import { saveLine } from '@fatong/contract/network/roster.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { dayText, today, weekdayOf } from '../time/format.ts'
import { SERVICES, type Service } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { clock, minutesOf } from './clock.ts'
import { MemberPicker } from './member-picker.tsx'
import css from './team.module.css'

const w = words.team
interface Props {
  editable: readonly string[]
  places: readonly { value: string; label: string }[]
  first: string
  /** of one day only, to begin with */
  on?: string | undefined
  onClose: () => void
}

/** A new line of the weekly pattern. */
export function LineSheet({ editable, places, first, on, onClose }: Props) {
  const id = useRef(uuid())
  const [line, setLine] = useState({
    placeId: editable.includes(first) ? first : (editable[0] ?? ''),
    memberId: '',
    kind: 'duty' as 'duty' | 'visit',
    services: ['consultation'] as Service[],
    weekday: on === undefined ? 1 : weekdayOf(on),
    from: '09:00',
    to: '11:30',
    validFrom: on ?? today(),
    validTo: on ?? '',
  })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof line>) => setLine({ ...line, ...change })
  const save = useSave({
    run: () =>
      call(saveLine, {
        params: { id: id.current },
        body: {
          ...line,
          from: minutesOf(line.from) ?? 0,
          to: minutesOf(line.to) ?? 0,
          validTo: line.validTo === '' ? null : line.validTo,
        },
      }),
    refresh: 'roster',
    says: w.lineSaved,
    onDone: onClose,
    onError: (error) => {
      if (error instanceof ProblemError) setWrong(error.fields)
    },
  })
  const submit = () => {
    const missing = Object.fromEntries(
      (['placeId', 'memberId', 'services', 'to'] as const)
        .filter((name) =>
          name === 'to' ? (minutesOf(line.to) ?? 0) <= (minutesOf(line.from) ?? 1440) : line[name].length === 0,
        )
        .map((name) => [name, w.needed[name] ?? '']),
    )
    setWrong(missing)
    if (Object.keys(missing).length === 0) save.mutate(undefined)
  }
  const says = (name: string) =>
    wrong[name] !== undefined && (
      <p className="wrong" role="alert">
        {wrong[name]}
      </p>
    )
  return (
    <SideSheet title={w.addLine} open onClose={onClose} onSave={submit} saving={save.isPending}>
      <div className="stack">
        {on !== undefined && <p className="soft">{w.onlyOn(dayText(on))}</p>}
        <div>
          <label htmlFor="line-place">{w.at}</label>
          <Select
            id="line-place"
            aria-label={w.at}
            className="full"
            showSearch
            optionFilterProp="label"
            value={line.placeId}
            options={places.filter(({ value }) => editable.includes(value))}
            onChange={(placeId) => set({ placeId })}
          />
          {says('placeId')}
        </div>
        <div>
          <label htmlFor="line-member">{w.member}</label>
          <MemberPicker
            id="line-member"
            label={w.member}
            value={line.memberId}
            near={line.placeId}
            placeholder={w.needed['memberId']}
            onChange={(memberId) => set({ memberId })}
          />
          {says('memberId')}
        </div>
        <Radio.Group
          aria-label={w.kind}
          value={line.kind}
          options={(['duty', 'visit'] as const).map((value) => ({ value, label: w.kinds[value] }))}
          onChange={({ target }) => set({ kind: target.value as 'duty' })}
        />
        <div>
          <label htmlFor="line-services">{w.services}</label>
          <Select
            id="line-services"
            mode="multiple"
            aria-label={w.services}
            className="full"
            value={line.services}
            options={(Object.keys(SERVICES) as Service[]).map((value) => ({ value, label: SERVICES[value].words }))}
            onChange={(services) => set({ services })}
          />
          {says('services')}
        </div>
        <div className={css.line}>
          <Select
            aria-label={w.weekday}
            value={line.weekday}
            options={w.days.map((label, at) => ({ value: at + 1, label }))}
            onChange={(weekday) => set({ weekday })}
          />
          <Input
            className={css.short}
            type="time"
            aria-label={w.from}
            value={line.from}
            onChange={({ target }) => set({ from: target.value })}
          />
          <Input
            className={css.short}
            type="time"
            aria-label={w.to}
            value={line.to}
            onChange={({ target }) => set({ to: target.value })}
          />
        </div>
        {says('to')}
        <p className="soft">
          {clock(minutesOf(line.from) ?? 0)}–{clock(minutesOf(line.to) ?? 0)}
        </p>
        <div>
          <label htmlFor="line-from">{w.validFrom}</label>
          <Input
            id="line-from"
            type="date"
            value={line.validFrom}
            onChange={({ target }) => set({ validFrom: target.value })}
          />
        </div>
        <div>
          <label htmlFor="line-to">{w.validTo}</label>
          <Input
            id="line-to"
            type="date"
            value={line.validTo}
            onChange={({ target }) => set({ validTo: target.value })}
          />
          {says('validTo')}
        </div>
      </div>
    </SideSheet>
  )
}
