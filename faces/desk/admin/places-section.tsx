import { Button } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { type Place, places } from '@fatong/contract/desk/administration.ts'
import { useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { call } from '../api/call.ts'
import { PLACE_KINDS } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { EditPlace } from './edit-place.tsx'
import { hoursText } from './hours.ts'
import { PlainTable } from './plain-table.tsx'
import { Read } from './read.tsx'

type OnePlace = (typeof Place)['_zod']['output']
const w = words.admin.places
const fresh = (): OnePlace => ({
  id: uuid(),
  code: '',
  name: '',
  kind: 'office',
  parentId: null,
  managedBy: null,
  address: '',
  phone: null,
  lon: null,
  lat: null,
  crs: null,
  approximate: true,
  public: true,
  hours: null,
  active: true,
})

/** Centres, stations, offices, firms and partners. */
export function PlacesSection() {
  const [editing, setEditing] = useState<OnePlace | null>(null)
  return (
    <Read what={['places']} run={() => call(places)}>
      {({ items }) => (
        <>
          <div className={css.bar}>
            <span className="soft">{items.length}</span>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing(fresh())}>
              {w.add}
            </Button>
          </div>
          <PlainTable
            label={words.admin.sections.places}
            head={[w.name, w.kind, w.address, w.phone, w.hours, words.admin.people.actions]}
            rows={items.map((p) => ({
              key: p.id,
              cells: [
                <>
                  <b>{p.name}</b>
                  {!p.active && ` (${words.admin.people.inactive})`}
                  <br />
                  <span className="soft">{p.code}</span>
                </>,
                PLACE_KINDS[p.kind],
                p.address,
                p.phone,
                <span className={css.hours}>
                  {p.hours ? hoursText(p.hours) : w.noHours}
                  {p.openOnHolidays === true && `\n${w.openOnHolidays}`}
                </span>,
                <Button size="small" aria-label={w.edit(p.name)} onClick={() => setEditing(p)}>
                  {words.admin.people.editShort}
                </Button>,
              ],
            }))}
          />
          {editing && <EditPlace key={editing.id} place={editing} all={items} onClose={() => setEditing(null)} />}
        </>
      )}
    </Read>
  )
}
