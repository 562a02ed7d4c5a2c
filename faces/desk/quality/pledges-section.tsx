import { Button, Input, InputNumber, Select } from 'antd'
import { readPledges, savePledges } from '@fatong/contract/consultation/quality.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { Read } from '../admin/read.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import css from './quality.module.css'
import { TOPIC_OPTIONS, type TopicName } from './topics.ts'

const w = words.quality

/** By when an answer is promised. */
export const PledgesSection = () => (
  <Read what={['pledges']} run={() => call(readPledges)}>
    {(pledges) => <Pledges pledges={pledges} />}
  </Read>
)

function Pledges({ pledges }: { pledges: ReplyOf<typeof readPledges> }) {
  const [usual, setUsual] = useState(pledges.usual)
  const [own, setOwn] = useState(() => Object.entries(pledges.byTopic) as [TopicName, number][])
  const [why, setWhy] = useState('')
  const save = useSave({
    run: () => call(savePledges, { body: { usual, byTopic: Object.fromEntries(own), why: why.trim() } }),
    refresh: 'pledges',
    says: w.saved,
  })
  const free = TOPIC_OPTIONS.filter(({ value }) => !own.some(([topic]) => topic === value))
  return (
    <div className="stack">
      <p className="soft">{w.pledgesHelp}</p>
      <ul className={css.lines}>
        <li>
          <label htmlFor="pledge-usual">{w.usual}</label>
          <InputNumber
            id="pledge-usual"
            className={css.number}
            min={0}
            max={10}
            precision={0}
            value={usual}
            onChange={(value) => setUsual(value ?? 0)}
          />{' '}
          {w.workdays}
        </li>
        {own.map(([topic, days]) => (
          <li key={topic}>
            <label htmlFor={`pledge-${topic}`}>{words.questions.topics[topic]}</label>
            <InputNumber
              id={`pledge-${topic}`}
              className={css.number}
              min={0}
              max={10}
              precision={0}
              value={days}
              onChange={(value) => setOwn(own.map((one) => (one[0] === topic ? [topic, value ?? 0] : one)))}
            />{' '}
            {w.workdays}
            <Button
              size="small"
              aria-label={w.remove(words.questions.topics[topic])}
              onClick={() => setOwn(own.filter(([other]) => other !== topic))}
            >
              {w.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        aria-label={w.addTopic}
        placeholder={w.addTopic}
        className={css.wide}
        value={null}
        options={free}
        onChange={(topic: TopicName) => setOwn([...own, [topic, usual]])}
      />
      <label htmlFor="pledge-why">
        {w.why}
        <Input id="pledge-why" maxLength={300} value={why} onChange={({ target }) => setWhy(target.value)} />
      </label>
      <p>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          {w.save}
        </Button>
      </p>
    </div>
  )
}
