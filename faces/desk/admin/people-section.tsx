import { Button, Input, Space, Table, Tag } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { StaffEntry, places, staff } from '@fatong/contract/desk/administration.ts'
import { useDeferredValue, useState } from 'react'
import { call } from '../api/call.ts'
import { LoadFailed } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { ROLES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { AddPerson } from './add-person.tsx'
import css from './admin.module.css'
import { EditPerson } from './edit-person.tsx'
import { Read } from './read.tsx'
import { ResetPassword } from './reset-password.tsx'

type Person = (typeof StaffEntry)['_zod']['output']
const w = words.admin.people

/** Everybody with an account. */
export function PeopleSection() {
  return <Read what={['places']} run={() => call(places)}>{({ items }) => <People placeOptions={items.filter((p) => p.active).map(({ id, name }) => ({ value: id, label: name }))} />}</Read>
}

function People({ placeOptions }: { placeOptions: { value: string; label: string }[] }) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<Person | null>(null)
  const found = useInfiniteQuery({
    queryKey: ['admin', 'staff', q], queryFn: ({ pageParam }) => call(staff, { query: { q, cursor: pageParam } }), initialPageParam: undefined as string | undefined, getNextPageParam: (page) => page.next ?? undefined,
  })
  if (found.error && !found.data) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className={css.bar}>
        <Input.Search className={css.find} aria-label={w.find} placeholder={w.find} allowClear value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{w.add}</Button>
      </div>
      <Table<Person> rowKey="id" size="middle" dataSource={rows} loading={found.isPending} pagination={false} scroll={{ x: 900 }} locale={{ emptyText: `${w.none}。${w.noneHelp}` }}
        columns={[
          { title: w.name, key: 'name', width: 150, render: (_, p) => <><b>{p.name}</b><br /><span className="soft">{p.login}</span></> },
          { title: w.roles, key: 'roles', render: (_, p) => p.roles.map((r) => <div key={r.role + r.placeId}>{ROLES[r.role]} <span className="soft">{r.placeName}</span></div>) },
          { title: w.phone, dataIndex: 'phoneMasked', width: 130 },
          { title: w.second, key: 'second', width: 110, render: (_, p) => (p.secondFactor ? w.secondDone : w.secondNone) },
          { title: w.active, key: 'active', width: 130, render: (_, p) => (p.lockedUntil !== null && p.lockedUntil > Date.now() ? <Tag color="gold">{w.locked(momentText(p.lockedUntil))}</Tag> : p.active ? w.active : <Tag>{w.inactive}</Tag>) },
          { title: w.actions, key: 'do', width: 210, render: (_, p) => <Space><Button size="small" onClick={() => setEditing(p)} aria-label={w.edit(p.name)}>{w.editShort}</Button><ResetPassword person={p} /></Space> },
        ]} />
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>{words.forms.more}</Button>}
      <AddPerson open={adding} placeOptions={placeOptions} onClose={() => setAdding(false)} />
      {editing && <EditPerson key={editing.id} person={editing} placeOptions={placeOptions} onClose={() => setEditing(null)} />}
    </>
  )
}
