import { Button, Input, Space, Tag } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type StaffEntry, places, staff } from '@fatong/contract/desk/administration.ts'
import { useDeferredValue, useState } from 'react'
import { call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { ROLES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { AddPerson } from './add-person.tsx'
import css from './admin.module.css'
import { EditPerson } from './edit-person.tsx'
import { PlainTable } from './plain-table.tsx'
import { Read } from './read.tsx'
import { ResetPassword } from './reset-password.tsx'

type Person = (typeof StaffEntry)['_zod']['output']
const w = words.admin.people

/** Everybody with an account. */
export function PeopleSection() {
  return (
    <Read what={['places']} run={() => call(places)}>
      {({ items }) => (
        <People placeOptions={items.filter((p) => p.active).map(({ id, name }) => ({ value: id, label: name }))} />
      )}
    </Read>
  )
}

function People({ placeOptions }: { placeOptions: { value: string; label: string }[] }) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<Person | null>(null)
  const found = useInfiniteQuery({
    queryKey: ['admin', 'staff', q],
    queryFn: ({ pageParam }) => call(staff, { query: { q, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (found.error && !found.data) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className={css.bar}>
        <Input.Search
          className={css.find}
          aria-label={w.find}
          placeholder={w.find}
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {w.add}
        </Button>
      </div>
      {!found.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Nothing title={w.none} help={w.noneHelp} />
      ) : (
        <PlainTable
          label={words.admin.sections.people}
          head={[w.name, w.roles, w.phone, w.second, w.active, w.actions]}
          rows={rows.map((p) => ({
            key: p.id,
            cells: [
              <>
                <b>{p.name}</b>
                <br />
                <span className="soft">{p.login}</span>
              </>,
              p.roles.map((r) => (
                <div key={r.role + r.placeId}>
                  {ROLES[r.role]} <span className="soft">{r.placeName}</span>
                </div>
              )),
              p.phoneMasked,
              p.secondFactor ? w.secondDone : w.secondNone,
              <Standing person={p} />,
              <Space>
                <Button size="small" onClick={() => setEditing(p)} aria-label={w.edit(p.name)}>
                  {w.editShort}
                </Button>
                <ResetPassword person={p} />
              </Space>,
            ],
          }))}
        />
      )}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {words.forms.more}
        </Button>
      )}
      <AddPerson open={adding} placeOptions={placeOptions} onClose={() => setAdding(false)} />
      {editing && (
        <EditPerson key={editing.id} person={editing} placeOptions={placeOptions} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function Standing({ person }: { person: Person }) {
  if (person.lockedUntil !== null && person.lockedUntil > Date.now())
    return <Tag color="gold">{w.locked(momentText(person.lockedUntil))}</Tag>
  return person.active ? w.active : <Tag>{w.inactive}</Tag>
}
