import { Button, Input, Select } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { places as placesRoute } from '@fatong/contract/desk/administration.ts'
import { MEMBER_KINDS, team, type MemberKind, type MemberView } from '@fatong/contract/network/roster.ts'
import { useDeferredValue, useState } from 'react'
import { PlainTable } from '../admin/plain-table.tsx'
import { call } from '../api/call.ts'
import { useMe } from '../session/session-gate.tsx'
import { Mark } from '../shell/mark.tsx'
import { holds } from '../shell/places.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { FACTS } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { LeaveSheet } from './leave-sheet.tsx'
import { MessageSheet } from './message-sheet.tsx'
import { MemberSheet } from './member-sheet.tsx'
import css from './team.module.css'

const w = words.team
/** Specialties of those with cases are codes of matters; of others, words. */
const MATTER_NAMES: Readonly<Record<string, string>> = FACTS.matter.options
const KINDS = Object.entries(MEMBER_KINDS) as [MemberKind, string][]

/** Everybody who helps people: lawyers, advisers, 法律明白人, mediators, volunteers. Phones are kept and not shown. */
export function PeopleSection() {
  const me = useMe()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<MemberKind | ''>('')
  const [editing, setEditing] = useState<MemberView | 'new' | null>(null)
  const [telling, setTelling] = useState<MemberView | null>(null)
  const [leaving, setLeaving] = useState<MemberView | null>(null)
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['admin', 'team', q, kind],
    queryFn: () => call(team, { query: { q, ...(kind === '' ? {} : { kind }) } }),
    placeholderData: keepPreviousData,
  })
  const known = useQuery({ queryKey: ['places'], queryFn: () => call(placesRoute), staleTime: 60_000 })
  const keeps = holds(me, ['administrator', 'director', 'stationStaff', 'bureauOfficer'])
  return (
    <>
      <div className={css.bar}>
        <Input
          className={css.find}
          aria-label={w.find}
          placeholder={w.find}
          allowClear
          value={typed}
          maxLength={40}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select
          className={css.select}
          aria-label={w.memberKind}
          value={kind}
          options={[{ value: '', label: w.allKinds }, ...KINDS.map(([value, label]) => ({ value, label }))]}
          onChange={(value) => setKind(value as MemberKind | '')}
        />
        {keeps && (
          <Button type="primary" className={css.push} icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {w.addMember}
          </Button>
        )}
      </div>
      {found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : found.data.items.length === 0 ? (
        <Nothing title={w.noMembers} help={w.noMembersHelp} />
      ) : (
        <>
          <p className="soft" role="status">
            {w.total(found.data.total, found.data.items.length)}
          </p>
          <PlainTable
            label={w.sections.people}
            head={w.columns}
            rows={found.data.items.map((one) => ({
              key: one.id,
              cells: [
                <>
                  <b>{one.name}</b>
                  {!one.active && (
                    <>
                      {' '}
                      <Mark tone="pause">{w.inactive}</Mark>
                    </>
                  )}
                  <br />
                  <span className="soft">{MEMBER_KINDS[one.kind]}</span>
                </>,
                <>
                  {one.placeName}
                  <br />
                  <span className="soft">{one.reachable ? w.reachable : w.unreachable}</span>
                </>,
                <>
                  {one.languages.join('、')}
                  <br />
                  <span className="soft">{one.specialties.map((name) => MATTER_NAMES[name] ?? name).join('、')}</span>
                </>,
                one.expiring.length > 0
                  ? one.expiring.map((text) => (
                      <Mark key={text} tone="due">
                        {text}
                      </Mark>
                    ))
                  : one.qualifications.map(({ name }) => name).join('、'),
                <>
                  {w.lines(one.lines)}
                  {one.leave.map((leave) => (
                    <p key={leave.id}>
                      <Mark tone="pause">{w.leaveMark(leave.from.slice(5), leave.to.slice(5))}</Mark>
                    </p>
                  ))}
                </>,
                <span key="acts" className={css.rowActs}>
                  {one.active && (
                    <Button size="small" aria-label={w.messageTo(one.name)} onClick={() => setTelling(one)}>
                      {w.messageShort}
                    </Button>
                  )}
                  {keeps && (
                    <>
                      <Button size="small" aria-label={w.editMember(one.name)} onClick={() => setEditing(one)}>
                        {w.editShort}
                      </Button>
                      <Button size="small" aria-label={w.leaveOf(one.name)} onClick={() => setLeaving(one)}>
                        {w.away}
                      </Button>
                    </>
                  )}
                </span>,
              ],
            }))}
          />
        </>
      )}
      {telling && <MessageSheet key={telling.id} member={telling} onClose={() => setTelling(null)} />}
      {leaving && <LeaveSheet key={leaving.id} member={leaving} onClose={() => setLeaving(null)} />}
      {editing && (
        <MemberSheet
          key={editing === 'new' ? 'new' : editing.id}
          member={editing === 'new' ? null : editing}
          places={(known.data?.items ?? [])
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}
