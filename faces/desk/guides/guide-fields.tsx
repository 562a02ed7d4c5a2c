import { Checkbox, Input, Select } from 'antd'
import { TOPIC_OPTIONS } from '../quality/topics.ts'
import { words } from '../words/words.ts'
import { CitedLines } from './cited-lines.tsx'
import type { CitedPart, Draft } from './guide-draft.ts'
import type { Body } from './guide-parts.ts'
import css from './guides.module.css'

const w = words.guides
const OFFERS = (Object.entries(w.offers) as [Body['offers'][number], string][]).map(([value, label]) => ({
  value,
  label,
}))
const CALCULATORS = (Object.entries(w.calculators) as [NonNullable<Body['calculators']>[number], string][]).map(
  ([value, label]) => ({ value, label }),
)
interface Props {
  draft: Draft
  wrong: Record<string, string>
  set: (change: Partial<Draft>) => void
  isNew: boolean
}

/** All parts of a guide, in the order in which people read it. */
export function GuideFields({ draft, wrong, set, isNew }: Props) {
  const field = { draft, wrong, set }
  const cited = (part: CitedPart) => (
    <CitedLines part={part} lines={draft[part]} error={wrong[part]} onChange={(lines) => set({ [part]: lines })} />
  )
  const needs = draft.needs?.length ?? 0
  return (
    <>
      <Group title={w.groups.what}>
        {isNew && (
          <div className={css.field} id="guide-topic">
            <label htmlFor="guide-topic-pick">{w.topic}</label>
            <Select
              id="guide-topic-pick"
              aria-label={w.topic}
              className="full"
              placeholder={w.topicPick}
              value={draft.topic || null}
              options={TOPIC_OPTIONS}
              status={wrong['topic'] === undefined ? '' : 'error'}
              onChange={(topic) => set({ topic: topic ?? '' })}
            />
            <Says of={wrong['topic']} />
          </div>
        )}
        <Words {...field} part="title" most={60} />
        <Words {...field} part="situation" most={300} area />
        <Words {...field} part="asked" most={3700} area />
        {isNew && <Words {...field} part="name" most={60} />}
      </Group>
      <Group title={w.groups.answer}>
        {cited('answer')}
        {cited('steps')}
        {cited('deadlines')}
        {cited('traps')}
      </Group>
      <Group title={w.groups.where}>
        <Words {...field} part="where" most={400} area />
        <Words {...field} part="papers" most={4000} area />
        <Words {...field} part="cost" most={400} />
      </Group>
      <Group title={w.groups.page}>
        <div className={css.field} id="guide-offers">
          <label htmlFor="guide-offers-pick">{w.parts.offers}</label>
          <Select
            id="guide-offers-pick"
            mode="multiple"
            aria-label={w.parts.offers}
            className="full"
            value={draft.offers}
            options={OFFERS}
            onChange={(offers) => set({ offers })}
          />
          <Says of={wrong['offers']} />
        </div>
        {draft.offers.includes('calculator') && (
          <div className={css.field} id="guide-calculators">
            <label htmlFor="guide-calculators-pick">{w.parts.calculators}</label>
            <p className="soft">{w.helps.calculators}</p>
            <Select
              id="guide-calculators-pick"
              mode="multiple"
              aria-label={w.parts.calculators}
              className="full"
              value={draft.calculators ?? []}
              options={CALCULATORS}
              onChange={(calculators) => set({ calculators })}
            />
            <Says of={wrong['calculators']} />
          </div>
        )}
        <p className={css.field}>
          <Checkbox checked={draft.emergency === true} onChange={({ target }) => set({ emergency: target.checked })}>
            {w.emergencyLabel}
          </Checkbox>
        </p>
        <div className={css.field} id="guide-reviewed">
          <label htmlFor="guide-reviewed-day">{w.parts.reviewed}</label>
          <p className="soft">{w.helps.reviewed}</p>
          <Input
            id="guide-reviewed-day"
            className={css.day}
            type="date"
            value={draft.reviewed}
            onChange={({ target }) => set({ reviewed: target.value })}
          />
          <Says of={wrong['reviewed']} />
        </div>
        <Words {...field} part="toCheck" most={300} area />
        {needs > 0 && <p className={`soft ${css.field}`}>{w.needs(needs)}</p>}
      </Group>
      <Group title={w.groups.review}>
        <Words {...field} part="note" most={300} area />
      </Group>
    </>
  )
}

const Group = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="card padded gap-below">
    <h2>{title}</h2>
    {children}
  </section>
)
const Says = ({ of }: { of: string | undefined }) =>
  of !== undefined && (
    <p className="wrong" role="alert">
      {of}
    </p>
  )

type Plain = 'toCheck' | 'title' | 'situation' | 'asked' | 'papers' | 'where' | 'cost' | 'name' | 'note'
interface WordsProps extends Omit<Props, 'isNew'> {
  part: Plain
  most: number
  area?: boolean
}

function Words({ part, most, area = false, draft, wrong, set }: WordsProps) {
  const id = `guide-${part}-text`,
    help = (w.helps as Record<string, string>)[part]
  const given = {
    id,
    value: draft[part],
    maxLength: most,
    status: wrong[part] === undefined ? ('' as const) : ('error' as const),
    'aria-invalid': wrong[part] !== undefined,
    ...(help === undefined ? {} : { 'aria-describedby': `${id}-help` }),
  }
  const label = part === 'name' ? w.address : part === 'note' ? w.note : w.parts[part]
  return (
    <div className={css.field} id={`guide-${part}`}>
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p className="soft" id={`${id}-help`}>
          {help}
        </p>
      )}
      {area ? (
        <Input.TextArea {...given} className={css.short} onChange={({ target }) => set({ [part]: target.value })} />
      ) : (
        <Input {...given} onChange={({ target }) => set({ [part]: target.value })} />
      )}
      <Says of={wrong[part]} />
    </div>
  )
}
