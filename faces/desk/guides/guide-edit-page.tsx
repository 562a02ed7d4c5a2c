import { Alert, Button, Checkbox, Input, Select } from 'antd'
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { deskGuides, writeGuide } from '@fatong/contract/knowledge/guides.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { call } from '../api/call.ts'
import { TOPIC_OPTIONS } from '../quality/topics.ts'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { CITED, checked, draftOf, dropDraft, EMPTY, keepDraft, keptDraft, type CitedPart, type Draft } from './guide-draft.ts'
import type { Body } from './guide-parts.ts'
import css from './guides.module.css'
import { useGuide, useGuideChange, type GuideAddress } from './use-guide.ts'
import { GUIDE_WRITERS } from './writers.ts'

const w = words.guides

/** Writing a guide, or changing one; somebody else reviews it before people see it. */
export default function GuideEditPage() {
  const address = useParams() as Partial<GuideAddress>
  const me = useMe()
  if (!holds(me, GUIDE_WRITERS)) return <div className="page"><Nothing title={w.notWriter} help={w.notWriterHelp} /></div>
  return address.topic !== undefined && address.name !== undefined ? <Existing address={{ topic: address.topic, name: address.name }} /> : <Editor slug="new" start={EMPTY} needs={0} />
}

function Existing({ address }: { address: GuideAddress }) {
  const found = useGuide(address)
  if (found.error && !found.data) return <div className="page"><LoadFailed error={found.error} onRetry={() => void found.refetch()} /></div>
  if (!found.data) return <div className="page"><Loading /></div>
  const { slug, versions, inUse } = found.data
  const own = versions.find(({ state, mine }) => state === 'draft' && mine)
  const body = own?.body ?? inUse ?? versions[0]?.body
  if (!body) return <div className="page"><Nothing title={w.none.inUse} help={w.noneHelp.inUse} /></div>
  return <Editor slug={slug} start={draftOf(body, address.name, versions[0]?.version ?? 0)} needs={body.needs?.length ?? 0} />
}

function Editor({ slug, start, needs }: { slug: string; start: Draft; needs: number }) {
  const [, go] = useLocation()
  const [kept] = useState(() => keptDraft(slug))
  const [draft, setDraft] = useState<Draft>(kept ?? start)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const isNew = slug === 'new'
  const known = useQuery({ queryKey: ['guides', 'all'], queryFn: () => call(deskGuides), enabled: isNew })
  useTitle(isNew ? w.write : w.editTitle(start.title))
  const address = { topic: draft.topic as Body['topic'], name: draft.name }
  const send = useGuideChange((body: Body) => call(writeGuide, { params: address, body: { body, note: draft.note.trim() } }), w.sent, () => { dropDraft(slug); go(`/guides/${address.topic}/${address.name}`) })
  const set = (change: Partial<Draft>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    keepDraft(slug, next)
  }
  const submit = () => {
    const result = checked(draft)
    const problems = { ...(result.wrong ?? {}), ...(isNew && known.data?.items.some((one) => one.slug === `${draft.topic}/${draft.name}`) ? { name: w.exists } : {}) }
    setWrong(problems)
    const [first] = Object.keys(problems)
    if (first !== undefined) document.getElementById(`guide-${first}`)?.scrollIntoView({ block: 'center' })
    else if (!result.wrong) send.mutate(result.body)
  }
  const says = (part: string) => wrong[part] !== undefined && <p className="wrong" role="alert">{wrong[part]}</p>
  const help = (part: string) => (w.helps as Record<string, string>)[part]
  const text = (part: 'title' | 'situation' | 'asked' | 'papers' | 'where' | 'cost', most: number, area = false) => (
    <div className={css.field} id={`guide-${part}`}>
      <label htmlFor={`guide-${part}-text`}>{w.parts[part]}</label>{help(part) && <p className="soft" id={`guide-${part}-help`}>{help(part)}</p>}
      {area ? <Input.TextArea id={`guide-${part}-text`} value={draft[part]} maxLength={most} onChange={({ target }) => set({ [part]: target.value })} /> : <Input id={`guide-${part}-text`} value={draft[part]} maxLength={most} onChange={({ target }) => set({ [part]: target.value })} />}
      {says(part)}
    </div>
  )
  return (
    <form className="page" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      <p className="gap-below"><Link href={isNew ? '/guides' : `/guides/${slug}`}>{isNew ? w.back : w.backToOne}</Link></p>
      <div className="page-head"><h1>{isNew ? w.write : w.editTitle(start.title)}</h1></div>
      {kept && <Alert className="gap-below" type="info" showIcon title={kept.base < start.base ? w.older : w.kept} action={<Button size="small" onClick={() => { dropDraft(slug); setDraft(start); setWrong({}) }}>{w.drop}</Button>} />}
      {Object.keys(wrong).length > 0 && <Alert className="gap-below" type="error" showIcon role="alert" title={w.wrong(Object.keys(wrong).length)} />}
      <div className="card padded">
        {isNew && (
          <div className={css.two}>
            <div className={css.field} id="guide-topic"><label htmlFor="guide-topic-pick">{w.topic}</label><Select id="guide-topic-pick" aria-label={w.topic} className="full" value={draft.topic || null} options={TOPIC_OPTIONS} onChange={(topic) => set({ topic: topic ?? '' })} />{says('topic')}</div>
            <div className={css.field} id="guide-name"><label htmlFor="guide-name-text">{w.address}</label><Input id="guide-name-text" value={draft.name} maxLength={60} placeholder={w.helps.name} onChange={({ target }) => set({ name: target.value })} />{says('name')}</div>
          </div>
        )}
        {text('title', 60)}{text('asked', 3700, true)}{text('situation', 300, true)}
        {CITED.map((part) => <CitedLines key={part} part={part} lines={draft[part]} error={wrong[part]} onChange={(lines) => set({ [part]: lines })} />)}
        {text('papers', 4000, true)}{text('where', 400, true)}{text('cost', 400)}
        <div className={css.field}><label htmlFor="guide-offers">{w.parts.offers}</label><Select id="guide-offers" mode="multiple" aria-label={w.parts.offers} className="full" value={draft.offers} options={(Object.entries(w.offers) as [Body['offers'][number], string][]).map(([value, label]) => ({ value, label }))} onChange={(offers) => set({ offers })} /></div>
        <p className="gap-above"><Checkbox checked={draft.emergency === true} onChange={({ target }) => set({ emergency: target.checked })}>{w.emergencyLabel}</Checkbox></p>
        <div className={css.field} id="guide-reviewed"><label htmlFor="guide-reviewed-day">{w.parts.reviewed}</label><Input id="guide-reviewed-day" type="date" value={draft.reviewed} onChange={({ target }) => set({ reviewed: target.value })} />{says('reviewed')}</div>
        {needs > 0 && <p className="soft gap-above">{w.needs(needs)}</p>}
        <div className={css.field} id="guide-note"><label htmlFor="guide-note-text">{w.note}</label><p className="soft">{w.helps.note}</p><Input id="guide-note-text" value={draft.note} maxLength={300} onChange={({ target }) => set({ note: target.value })} />{says('note')}</div>
        <p className="soft gap-above">{w.keptHere}</p>
        <p className="gap-above"><Button type="primary" size="large" htmlType="submit" loading={send.isPending}>{w.send}</Button></p>
      </div>
    </form>
  )
}

function CitedLines({ part, lines, error, onChange }: { part: CitedPart; lines: Body[CitedPart]; error: string | undefined; onChange: (lines: Body[CitedPart]) => void }) {
  const name = w.parts[part]
  const put = (at: number, change: Partial<Body[CitedPart][number]>) => onChange(lines.map((line, i) => (i === at ? { ...line, ...change } : line)))
  return (
    <fieldset className={`plain-fieldset ${css.field}`} id={`guide-${part}`}>
      <legend>{name}</legend><p className="soft">{w.helps[part]}</p>
      {lines.map((line, at) => (
        <div key={at} className={css.row}>
          <div>
            <Input.TextArea aria-label={w.line(name, at + 1)} rows={2} value={line.text} maxLength={600} onChange={({ target }) => put(at, { text: target.value })} />
            <Select mode="tags" aria-label={w.citesOf(name, at + 1)} placeholder={w.helps.cites} open={false} suffixIcon={null} value={line.cites} onChange={(cites) => put(at, { cites })} tokenSeparators={['；', ';', '、']} />
          </div>
          <Button type="text" icon={<CloseOutlined />} aria-label={w.removeLine(name, at + 1)} onClick={() => onChange(lines.filter((_, i) => i !== at))} />
        </div>
      ))}
      <p className="gap-above"><Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...lines, { text: '', cites: [] }])}>{w.addLine(name)}</Button></p>
      {error !== undefined && <p className="wrong" role="alert">{error}</p>}
    </fieldset>
  )
}
