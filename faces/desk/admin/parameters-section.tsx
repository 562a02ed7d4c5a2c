import { Button, Tag } from 'antd'
import { type ParameterView, parameters } from '@fatong/contract/desk/administration.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { dayText, today } from '../time/format.ts'
import { words } from '../words/words.ts'
import { ChangeParameter } from './change-parameter.tsx'
import { PlainTable } from './plain-table.tsx'
import { Read } from './read.tsx'

export type Parameter = (typeof ParameterView)['_zod']['output']
const w = words.parameters

export const valueText = ({ key, value }: Parameter): string =>
  typeof value === 'boolean'
    ? value
      ? words.forms.yes
      : words.forms.no
    : (w.choices[key]?.[String(value)] ?? String(value))

/** Local figures with their source and the days they hold; a change is tried on stored applications before it is released. */
export function ParametersSection() {
  const [changing, setChanging] = useState<Parameter | null>(null)
  return (
    <Read what={['parameters']} run={() => call(parameters)}>
      {({ items }) => (
        <>
          <PlainTable
            label={words.admin.sections.parameters}
            head={[w.label, w.value, w.from, w.to, w.source, words.admin.people.actions]}
            rows={items.map((p) => ({
              key: `${p.key} ${p.from}`,
              cells: [
                <b>{p.label}</b>,
                <span className="num">{valueText(p)}</span>,
                dayText(p.from),
                p.to === null ? (p.from <= today() ? w.now : '') : dayText(p.to),
                <>
                  {p.source} <Tag>{p.level}</Tag>
                </>,
                <Button size="small" aria-label={w.title(p.label)} onClick={() => setChanging(p)}>
                  {w.change}
                </Button>,
              ],
            }))}
          />
          {changing && <ChangeParameter key={changing.key} parameter={changing} onClose={() => setChanging(null)} />}
        </>
      )}
    </Read>
  )
}
