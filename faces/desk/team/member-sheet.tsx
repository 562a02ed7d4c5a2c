import { Button, Input, InputNumber, Select, Switch } from 'antd'
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { MEMBER_KINDS, saveMember, type MemberKind, type MemberView } from '@fatong/contract/network/roster.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './team.module.css'

const w = words.team
type Entry = Pick<
  MemberView,
  'name' | 'kind' | 'placeId' | 'gender' | 'languages' | 'specialties' | 'qualifications' | 'training' | 'active'
>
const NEW: Entry = {
  name: '',
  kind: 'liaison',
  placeId: '',
  gender: null,
  languages: ['普通话'],
  specialties: [],
  qualifications: [],
  training: [],
  active: true,
}
interface Props {
  member: MemberView | null
  places: readonly { value: string; label: string }[]
  onClose: () => void
}

/** One person of the team: what they speak and know, papers with their end, training. */
export function MemberSheet({ member, places, onClose }: Props) {
  const id = useRef(member?.id ?? uuid())
  const [entry, setEntry] = useState<Entry>(() =>
    member
      ? {
          name: member.name,
          kind: member.kind,
          placeId: member.placeId,
          gender: member.gender,
          languages: member.languages,
          specialties: member.specialties,
          qualifications: member.qualifications,
          training: member.training,
          active: member.active,
        }
      : NEW,
  )
  const [phone, setPhone] = useState('')
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const set = (change: Partial<Entry>) => setEntry({ ...entry, ...change })
  const save = useSave({
    run: () =>
      call(saveMember, {
        params: { id: id.current },
        body: { ...entry, name: entry.name.trim(), ...(phone.trim() === '' ? {} : { phone: phone.trim() }) },
      }),
    refresh: 'team',
    says: w.memberSaved,
    onDone: onClose,
    onError: (error) => {
      if (error instanceof ProblemError) setWrong(error.fields)
    },
  })
  const submit = () => {
    const missing = {
      ...(entry.name.trim() === '' ? { name: w.nameNeeded } : {}),
      ...(entry.placeId === '' ? { placeId: w.needed['placeId'] ?? '' } : {}),
    }
    setWrong(missing)
    if (Object.keys(missing).length === 0) save.mutate(undefined)
  }
  const others = Object.entries(wrong).filter(([name]) => !['name', 'placeId', 'phone'].includes(name))
  const says = (name: string) =>
    wrong[name] !== undefined && (
      <p className="wrong" role="alert">
        {wrong[name]}
      </p>
    )
  return (
    <SideSheet
      title={member ? w.editMember(member.name) : w.addMember}
      open
      onClose={onClose}
      onSave={submit}
      saving={save.isPending}
    >
      <div className="stack">
        <div>
          <label htmlFor="member-name">{w.name}</label>
          <Input
            id="member-name"
            value={entry.name}
            maxLength={50}
            onChange={({ target }) => set({ name: target.value })}
          />
          {says('name')}
        </div>
        <div className={css.line}>
          <Select
            aria-label={w.memberKind}
            value={entry.kind}
            options={(Object.entries(MEMBER_KINDS) as [MemberKind, string][]).map(([value, label]) => ({
              value,
              label,
            }))}
            onChange={(kind) => set({ kind })}
          />
          <Select
            aria-label={w.gender}
            className={css.short}
            value={entry.gender ?? ''}
            options={[
              { value: '', label: w.unknownGender },
              ...Object.entries(w.genders).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(gender) => set({ gender: gender === '' ? null : (gender as 'female') })}
          />
        </div>
        <div>
          <label htmlFor="member-place">{w.at}</label>
          <Select
            id="member-place"
            aria-label={w.at}
            className="full"
            showSearch
            optionFilterProp="label"
            value={entry.placeId || null}
            placeholder={w.needed['placeId']}
            options={places as { value: string; label: string }[]}
            onChange={(placeId) => set({ placeId: placeId ?? '' })}
          />
          {says('placeId')}
        </div>
        <div>
          <label htmlFor="member-languages">{w.languages}</label>
          <Select
            id="member-languages"
            mode="tags"
            aria-label={w.languages}
            className="full"
            value={entry.languages}
            onChange={(languages) => set({ languages })}
          />
        </div>
        <div>
          <label htmlFor="member-specialties">{w.specialties}</label>
          <Select
            id="member-specialties"
            mode="tags"
            aria-label={w.specialties}
            className="full"
            value={entry.specialties}
            onChange={(specialties) => set({ specialties })}
          />
        </div>
        <div>
          <label htmlFor="member-phone">{w.phone}</label>
          <Input
            id="member-phone"
            inputMode="tel"
            autoComplete="off"
            value={phone}
            maxLength={11}
            onChange={({ target }) => setPhone(target.value)}
          />
          {says('phone')}
        </div>
        <fieldset className="plain-fieldset">
          <legend>{w.qualifications}</legend>
          {entry.qualifications.map((one, at) => (
            <div key={at} className={css.line}>
              <Input
                aria-label={`${w.qualificationName} ${at + 1}`}
                placeholder={w.qualificationName}
                value={one.name}
                maxLength={60}
                onChange={({ target }) =>
                  set({ qualifications: entry.qualifications.with(at, { ...one, name: target.value }) })
                }
              />
              <Input
                className={css.short}
                aria-label={`${w.number} ${at + 1}`}
                placeholder={w.number}
                value={one.number}
                maxLength={60}
                onChange={({ target }) =>
                  set({ qualifications: entry.qualifications.with(at, { ...one, number: target.value }) })
                }
              />
              <Input
                className={css.short}
                type="date"
                aria-label={`${w.until} ${at + 1}`}
                value={one.until ?? ''}
                onChange={({ target }) =>
                  set({
                    qualifications: entry.qualifications.with(at, {
                      ...one,
                      until: target.value === '' ? null : target.value,
                    }),
                  })
                }
              />
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={`${w.qualifications} ${w.remove(at + 1)}`}
                onClick={() => set({ qualifications: entry.qualifications.filter((_, i) => i !== at) })}
              />
            </div>
          ))}
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => set({ qualifications: [...entry.qualifications, { name: '', number: '', until: null }] })}
          >
            {w.addQualification}
          </Button>
        </fieldset>
        <fieldset className="plain-fieldset">
          <legend>{w.training}</legend>
          {entry.training.map((one, at) => (
            <div key={at} className={css.line}>
              <Input
                aria-label={`${w.topic} ${at + 1}`}
                placeholder={w.topic}
                value={one.topic}
                maxLength={100}
                onChange={({ target }) => set({ training: entry.training.with(at, { ...one, topic: target.value }) })}
              />
              <Input
                className={css.short}
                type="date"
                aria-label={`${w.trainingOn} ${at + 1}`}
                value={one.on}
                onChange={({ target }) => set({ training: entry.training.with(at, { ...one, on: target.value }) })}
              />
              <InputNumber
                aria-label={`${w.hours} ${at + 1}`}
                min={0}
                max={200}
                value={one.hours}
                onChange={(hours) => set({ training: entry.training.with(at, { ...one, hours: hours ?? 0 }) })}
              />
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={`${w.training} ${w.remove(at + 1)}`}
                onClick={() => set({ training: entry.training.filter((_, i) => i !== at) })}
              />
            </div>
          ))}
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => set({ training: [...entry.training, { on: today(), topic: '', hours: 2 }] })}
          >
            {w.addTraining}
          </Button>
        </fieldset>
        <p className="row">
          <Switch aria-label={w.active} checked={entry.active} onChange={(active) => set({ active })} />{' '}
          {entry.active ? w.active : w.inactive}
        </p>
        {others.length > 0 && (
          <p className="wrong" role="alert">
            {others.map(([, text]) => text).join('；')}
          </p>
        )}
      </div>
    </SideSheet>
  )
}
