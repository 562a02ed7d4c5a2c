import { Select } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { team } from '@fatong/contract/network/roster.ts'
import { useDeferredValue, useState } from 'react'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'

const w = words.team
interface Props {
  id: string
  label: string
  value: string
  onChange: (id: string) => void
  placeholder?: string | undefined
  /** people of this place, and of those above it, are offered first */
  near: string
  /** who is known already, so that the name stands there before the list has come */
  known?: { id: string; name: string } | undefined
  /** what stands for nobody, where that is a choice */
  nobody?: string
  /** who cannot be chosen */
  except?: string
}

/** Somebody of the team. A district has more people than a list holds, so the server searches. */
export function MemberPicker({ id, label, value, onChange, placeholder, near, known, nobody, except }: Props) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(known && { value: known.id, label: known.name })
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['admin', 'team', 'pick', near, q],
    queryFn: () => call(team, { query: { q, active: 'yes', ...(near === '' ? {} : { near }) } }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
  const people = (found.data?.items ?? [])
    .filter((one) => one.id !== except)
    .map((one) => ({ value: one.id, label: `${one.name} ${one.placeName}` }))
  const kept = chosen && chosen.value === value && !people.some((one) => one.value === value) ? [chosen] : []
  const { total = 0, items = [] } = found.data ?? {}
  const pick = (next: string | null) => {
    setChosen(people.find((one) => one.value === next))
    setTyped('')
    onChange(next ?? '')
  }
  return (
    <>
      <Select
        id={id}
        aria-label={label}
        className="full"
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        loading={found.isFetching}
        value={value === '' && nobody === undefined ? null : value}
        placeholder={placeholder}
        notFoundContent={found.isError ? w.pickFailed : found.isPending ? w.pickSearching : w.pickNobody}
        options={[...(nobody === undefined || typed !== '' ? [] : [{ value: '', label: nobody }]), ...kept, ...people]}
        onChange={pick}
      />
      {total > items.length && <p className="soft">{w.pickMore(total)}</p>}
    </>
  )
}
