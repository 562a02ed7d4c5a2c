import { Button, Select } from 'antd'
import { dutyPool, saveDutyPool } from '@fatong/contract/consultation/duty.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { Read } from '../admin/read.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import css from './quality.module.css'
import { TOPIC_OPTIONS } from './topics.ts'

type Pool = ReplyOf<typeof dutyPool>
const w = words.quality

/** Who is told of a new question. */
export const DutySection = () => (
  <Read what={['duty']} run={() => call(dutyPool)}>
    {(pool) => <Duty pool={pool} />}
  </Read>
)

function Duty({ pool }: { pool: Pool }) {
  const [members, setMembers] = useState(pool.members)
  const save = useSave({
    run: () => call(saveDutyPool, { body: { members: members.map(({ staffId, topics }) => ({ staffId, topics })) } }),
    refresh: 'duty',
    says: w.saved,
  })
  const others = pool.candidates.filter(({ staffId }) => !members.some((one) => one.staffId === staffId))
  const uncovered = members.some(({ topics }) => topics.length === 0)
    ? []
    : TOPIC_OPTIONS.filter(({ value }) => !members.some(({ topics }) => topics.includes(value)))
  return (
    <div className="stack">
      <p className="soft">{w.dutyHelp}</p>
      {members.length === 0 ? (
        <p className="wrong">{w.noDuty}</p>
      ) : (
        uncovered.length > 0 && <p className="wrong">{w.uncovered(uncovered.map(({ label }) => label).join('、'))}</p>
      )}
      <ul className={css.lines}>
        {members.map((one) => (
          <li key={one.staffId}>
            <span>
              <b>{one.name}</b> <span className="soft">{one.orgName}</span>
            </span>
            <Select
              mode="multiple"
              aria-label={`${one.name} ${w.topics}`}
              placeholder={w.topics}
              className={css.wide}
              options={TOPIC_OPTIONS}
              value={one.topics}
              onChange={(topics) => setMembers(members.map((other) => (other === one ? { ...one, topics } : other)))}
            />
            <Button
              size="small"
              aria-label={w.remove(one.name)}
              onClick={() => setMembers(members.filter((other) => other !== one))}
            >
              {w.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        aria-label={w.addPerson}
        placeholder={w.addPerson}
        className={css.wide}
        value={null}
        options={others.map(({ staffId, name, orgName }) => ({ value: staffId, label: `${name} ${orgName}` }))}
        onChange={(id: string) => {
          const person = others.find(({ staffId }) => staffId === id)
          if (person) setMembers([...members, { ...person, topics: [] }])
        }}
      />
      <p>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          {w.save}
        </Button>
      </p>
    </div>
  )
}
