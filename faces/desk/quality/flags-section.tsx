import { Button, Input, Radio, Segmented } from 'antd'
import { answerFlags, settleFlag } from '@fatong/contract/consultation/quality.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { Read } from '../admin/read.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './quality.module.css'

type Flag = ReplyOf<typeof answerFlags>['items'][number]
type Outcome = keyof typeof w.outcomes
const w = words.quality

/** What people said is wrong, worked off one by one. */
export function FlagsSection() {
  const [state, setState] = useState<'open' | 'settled'>('open')
  return (
    <>
      <p className="gap-below">
        <Segmented
          aria-label={w.show}
          value={state}
          options={(['open', 'settled'] as const).map((value) => ({ value, label: w.flagStates[value] }))}
          onChange={setState}
        />
      </p>
      <Read key={state} what={['flags', state]} run={() => call(answerFlags, { query: { state } })}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={w.noFlags} help={w.noFlagsHelp} />
          ) : (
            <ul className={css.list}>
              {items.map((flag) => (
                <li key={flag.id} className="card padded">
                  <OneFlag flag={flag} />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </>
  )
}

function OneFlag({
  flag: { id, at, subjectKind, subject, note, reason, masked, answered, state, outcome, settledNote, settledByName },
}: {
  flag: Flag
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <p className={css.said}>
        <Subject kind={subjectKind} subject={subject} masked={masked} />
      </p>
      {answered && <Answered {...answered} />}
      {note !== '' && <p className={css.said}>{note}</p>}
      <p className={css.facts}>
        <Mark tone="action">{w.subject[subjectKind]}</Mark>
        <span>{(w.reasons as Record<string, string>)[reason] ?? reason}</span>
        <span>{momentText(at)}</span>
        {outcome !== null && <Mark tone={outcome === 'corrected' ? 'done' : 'pause'}>{w.outcomes[outcome]}</Mark>}
      </p>
      {state === 'settled' ? (
        <p className="soft">
          {settledByName}：{settledNote}
        </p>
      ) : open ? (
        <Settle id={id} />
      ) : (
        <p className="gap-above">
          <Button onClick={() => setOpen(true)}>{w.settle}</Button>
        </p>
      )}
    </>
  )
}

/** What was said to be wrong: the words of the question, or the way to the page. */
function Subject({ kind, subject, masked }: { kind: Flag['subjectKind']; subject: string; masked: string | null }) {
  const at = shownAt(kind, subject)
  if (at !== undefined)
    return (
      <a href={at} target="_blank" rel="noopener">
        {w.flaggedPage}
      </a>
    )
  return kind === 'ticket' ? (
    <Link href={`/questions/${subject}`}>{w.flaggedTicket}</Link>
  ) : (
    <b>{masked ?? w.turnGone}</b>
  )
}

/** What the machine had answered, so that nobody has to ask it again: the guide and the articles it rested on, to be opened. */
function Answered({ kind, guide, articles }: NonNullable<Flag['answered']>) {
  return (
    <p className={css.facts}>
      <span>{w.kinds[kind]}</span>
      {guide !== null && (
        <a href={`/desk/guides/${guide}`} target="_blank" rel="noopener">
          {w.guideUsed}
        </a>
      )}
      {articles.map(({ id, law, number }) => (
        <a key={id} href={`/law/articles/${id}`} target="_blank" rel="noopener">
          {words.questions.article(law, number)}
        </a>
      ))}
    </p>
  )
}

/** Where what was said to be wrong can be read: a guide at the desk, where it stands also after it was taken down; the rest on its public page. */
function shownAt(kind: Flag['subjectKind'], subject: string): string | undefined {
  switch (kind) {
    case 'guide':
      return `/desk/guides/${subject}`
    case 'article':
      return `/law/articles/${subject}`
    case 'case':
      return `/cases/${subject}`
    case 'turn':
    case 'ticket':
      return undefined
    default:
      return kind satisfies never
  }
}

function Settle({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState('')
  const save = useSave({
    run: (chosen: Outcome) => call(settleFlag, { params: { id }, body: { outcome: chosen, note: note.trim() } }),
    refresh: 'flags',
    says: w.settled,
  })
  const submit = () => {
    const says = outcome === null ? w.outcomeNeeded : note.trim() === '' ? w.howNeeded : ''
    setWrong(says)
    if (says === '' && outcome !== null) save.mutate(outcome)
  }
  return (
    <form
      className="stack gap-above"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      noValidate
    >
      <Radio.Group
        aria-label={w.outcome}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
        options={(Object.keys(w.outcomes) as Outcome[]).map((value) => ({ value, label: w.outcomes[value] }))}
      />
      <label htmlFor={`how-${id}`}>
        {w.how}
        <Input id={`how-${id}`} value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
      </label>
      {wrong !== '' && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {w.settleShort}
        </Button>
      </p>
    </form>
  )
}
