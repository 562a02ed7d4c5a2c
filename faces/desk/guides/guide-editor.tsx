import { Alert, Button, Popconfirm } from 'antd'
import { deskGuides, writeGuide } from '@fatong/contract/knowledge/guides.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { useMe } from '../session/session-gate.tsx'
import { useTitle } from '../shell/use-title.ts'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { bodySoFar, checked, draftPlace, dropDraft, keepDraft, keptDraft, type Draft } from './guide-draft.ts'
import { GuideFields } from './guide-fields.tsx'
import { GuideText } from './guide-text.tsx'
import type { Body, DeskGuide } from './guide-parts.ts'
import css from './guides.module.css'
import { useGuideChange } from './use-guide.ts'

const w = words.guides

/** The form, what stands in its way, and beside it the guide as it will read. Without `guide` it is a new one. */
export function GuideEditor({ start, guide }: { start: Draft; guide: DeskGuide | null }) {
  const [, go] = useLocation()
  const place = draftPlace(useMe().staffId, guide?.slug ?? 'new')
  const [kept, setKept] = useState(() => keptDraft(place))
  const [draft, setDraft] = useState<Draft>(kept ?? start)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const known = useQuery({ queryKey: ['guides', 'all'], queryFn: () => call(deskGuides), enabled: guide === null })
  const title = guide ? w.editTitle(guide.inUse?.title ?? start.title) : w.write
  useTitle(title)
  const address = { topic: draft.topic as Body['topic'], name: draft.name }
  const slug = `${draft.topic}/${draft.name}`
  const send = useGuideChange(
    (body: Body) => call(writeGuide, { params: address, body: { body, note: draft.note.trim(), base: draft.base } }),
    w.sent,
    () => {
      dropDraft(place)
      go(`/guides/${slug}`)
    },
    (error) => {
      if (!guide && isProblem(error, 'changedMeanwhile', 'othersDraft')) show({ name: w.exists })
    },
  )
  const set = (change: Partial<Draft>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    setWrong(Object.fromEntries(Object.entries(wrong).filter(([part]) => !(part in change))))
    keepDraft(place, next)
  }
  const show = (problems: Record<string, string>) => {
    setWrong(problems)
    const [first] = Object.keys(problems)
    if (first === undefined) return
    const field = document.getElementById(`guide-${first}`)
    field?.scrollIntoView({ block: 'center' })
    field?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  }
  const submit = () => {
    const result = checked(draft)
    const taken = !guide && known.data?.items.some((one) => one.slug === slug)
    show({ ...result.wrong, ...(taken ? { name: w.exists } : {}) })
    if (!result.wrong && !taken) send.mutate(result.body)
  }
  const anew = () => {
    dropDraft(place)
    setKept(null)
    setDraft(start)
    setWrong({})
  }
  const [last] = guide?.versions ?? []
  const others = last?.state === 'draft' && !last.mine ? last : undefined
  const count = Object.keys(wrong).length
  return (
    <form
      className="page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className="gap-below">
        <Link href={guide ? `/guides/${guide.slug}` : '/guides'}>{guide ? w.backToOne : w.back}</Link>
      </p>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      {last?.state === 'returned' && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={w.returnedBy(last.reviewedByName ?? '', momentText(last.reviewedAt ?? 0), last.writtenByName)}
          description={last.reviewNote}
        />
      )}
      {kept && (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={w.kept}
          action={
            <Popconfirm title={w.dropSure} okText={w.drop} cancelText={words.forms.cancel} onConfirm={anew}>
              <Button size="small">{w.drop}</Button>
            </Popconfirm>
          }
        />
      )}
      {guide && !others && draft.base < start.base && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          role="alert"
          title={w.older(last?.reviewedByName ?? last?.writtenByName ?? '')}
          description={<Link href={`/guides/${guide.slug}`}>{w.olderLook}</Link>}
          action={
            <Button size="small" onClick={() => set({ base: start.base })}>
              {w.olderRead}
            </Button>
          }
        />
      )}
      <div className={css.columns}>
        <div>
          <GuideFields draft={draft} wrong={wrong} set={set} isNew={guide === null} />
          <div className="card padded">
            {others && (
              <Alert
                type="warning"
                showIcon
                role="alert"
                title={w.othersDraft(others.writtenByName)}
                description={<Link href={`/guides/${guide?.slug ?? ''}`}>{w.othersLook}</Link>}
              />
            )}
            {count > 0 && (
              <p className="wrong" role="alert">
                {w.wrong(count)}
              </p>
            )}
            <p className="soft">{w.keptHere}</p>
            <p className="gap-above">
              <Button
                type="primary"
                size="large"
                htmlType="submit"
                loading={send.isPending}
                disabled={others !== undefined}
              >
                {w.send}
              </Button>
            </p>
          </div>
        </div>
        <aside
          className={`card padded ${css.beside}`}
          aria-label={guide?.inUse ? w.changesSoFar : w.readsSo}
          tabIndex={0}
        >
          <h2>{guide?.inUse ? w.changesSoFar : w.readsSo}</h2>
          <GuideText body={bodySoFar(draft)} before={guide?.inUse ?? undefined} onlyChanges={Boolean(guide?.inUse)} />
        </aside>
      </div>
    </form>
  )
}
