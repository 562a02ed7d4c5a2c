import { Button, Input, Segmented } from 'antd'
import { publishGuide, returnGuide, writeGuide } from '@fatong/contract/knowledge/guides.ts'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { GuideText } from './guide-text.tsx'
import type { DeskGuide, GuideVersion } from './guide-parts.ts'
import { useGuide, useGuideChange, type GuideAddress } from './use-guide.ts'

const w = words.guides
const TONES = { draft: 'due', published: 'done', returned: 'late', withdrawn: 'pause' } as const

/** One guide: what waits for review held against what people see, and all that went before. */
export default function GuidePage() {
  const address = useParams() as unknown as GuideAddress
  const found = useGuide(address)
  useTitle(found.data?.inUse?.title ?? w.title)
  if (found.error && !found.data) return <div className="page"><LoadFailed error={found.error} onRetry={() => void found.refetch()} /></div>
  if (!found.data) return <div className="page"><Loading /></div>
  return <TheGuide key={found.data.slug} guide={found.data} address={address} />
}

function TheGuide({ guide: { slug, inUse, versions, mayWrite, mayReview }, address }: { guide: DeskGuide; address: GuideAddress }) {
  const draft = versions.find(({ state }) => state === 'draft')
  const title = draft?.body.title ?? inUse?.title ?? versions[0]?.body.title ?? ''
  return (
    <div className="page">
      <p className="gap-below"><Link href="/guides">{w.back}</Link></p>
      <div className="page-head">
        <h1>{title}</h1>
        <p className="row">
          {inUse && <a href={`/guides/${slug}`} target="_blank" rel="noopener">{w.public}</a>}
          {mayWrite && (draft && !draft.mine ? <span className="soft">{w.othersDraft(draft.writtenByName)}</span> : <Link href={`/guides/${slug}/edit`} asChild><Button type="primary">{w.edit}</Button></Link>)}
        </p>
      </div>
      <p className="soft gap-below">{words.questions.topics[address.topic]}</p>
      {draft && <Draft draft={draft} inUse={inUse} mayReview={mayReview} address={address} />}
      <section className="card padded gap-below"><h2>{w.inUse}</h2>{inUse ? <GuideText body={inUse} /> : <p className="soft">{w.notInUse}</p>}{inUse && mayWrite && !draft && <TakeDown body={inUse} address={address} />}</section>
      <section className="card padded"><h2>{w.history}</h2>{versions.length === 0 ? <p className="soft">{w.noHistory}</p> : <ol>{versions.map((one) => <li key={one.version} className="gap-above"><Past version={one} /></li>)}</ol>}</section>
    </div>
  )
}

function Draft({ draft, inUse, mayReview, address }: { draft: GuideVersion; inUse: DeskGuide['inUse']; mayReview: boolean; address: GuideAddress }) {
  const [only, setOnly] = useState<'changes' | 'whole'>(inUse ? 'changes' : 'whole')
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState('')
  const params = { ...address, version: draft.version }
  const publish = useGuideChange(() => call(publishGuide, { params, body: { note: note.trim() } }), draft.takeDown ? w.takenDown : w.published)
  const giveBack = useGuideChange(() => call(returnGuide, { params, body: { note: note.trim() } }), w.returned)
  const returned = () => {
    setWrong(note.trim() === '' ? w.returnNeeded : '')
    if (note.trim() !== '') giveBack.mutate(undefined)
  }
  return (
    <section className="card padded gap-below stack">
      <h2 className="row">{w.draft} <Mark tone="due">{w.draftBy(draft.writtenByName, momentText(draft.writtenAt))}</Mark></h2>
      <p>{w.note}：{draft.note}</p>
      {draft.takeDown ? <p><b>{w.draftDown}</b></p> : (
        <>
          {inUse && <p><Segmented aria-label={w.draft} value={only} options={[{ value: 'changes' as const, label: w.differences }, { value: 'whole' as const, label: w.whole }]} onChange={setOnly} /></p>}
          <GuideText body={draft.body} before={inUse ?? undefined} onlyChanges={only === 'changes'} />
        </>
      )}
      {draft.mine ? <p className="soft">{w.own}</p> : !mayReview ? <p className="soft">{w.notReviewer}</p> : (
        <div>
          <label htmlFor="review-note">{w.reviewNote}</label><p className="soft" id="review-help">{w.reviewHelp}</p>
          <Input.TextArea id="review-note" aria-describedby="review-help" value={note} maxLength={300} onChange={({ target }) => setNote(target.value)} />
          {wrong !== '' && <p className="wrong" role="alert">{wrong}</p>}
          <p className="row gap-above"><Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(undefined)}>{draft.takeDown ? w.takeDownNow : w.publish}</Button><Button loading={giveBack.isPending} onClick={returned}>{w.returnIt}</Button></p>
        </div>
      )}
    </section>
  )
}

function TakeDown({ body, address }: { body: NonNullable<DeskGuide['inUse']>; address: GuideAddress }) {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const send = useGuideChange(() => call(writeGuide, { params: address, body: { body, note: why.trim(), takeDown: true } }), w.sent, () => setOpen(false))
  if (!open) return <p className="gap-above"><Button size="small" onClick={() => setOpen(true)}>{w.takeDown}</Button></p>
  return (
    <form className="gap-above" noValidate onSubmit={(event) => { event.preventDefault(); setWrong(why.trim() === '' ? w.takeDownNeeded : ''); if (why.trim() !== '') send.mutate(undefined) }}>
      <label htmlFor="take-down">{w.takeDownWhy}</label><Input id="take-down" value={why} maxLength={300} onChange={({ target }) => setWhy(target.value)} />
      {wrong !== '' && <p className="wrong" role="alert">{wrong}</p>}
      <p className="gap-above"><Button htmlType="submit" loading={send.isPending}>{w.takeDownSend}</Button></p>
    </form>
  )
}

function Past({ version: { version, state, note, writtenByName, writtenAt, reviewedByName, reviewedAt, reviewNote, body } }: { version: GuideVersion }) {
  return (
    <>
      <p className="row"><b>{w.version(version)}</b><Mark tone={TONES[state]}>{w.states[state]}</Mark><span className="soft">{w.by(writtenByName, momentText(writtenAt))}</span></p>
      <p>{note}</p>
      {reviewedByName !== null && reviewedAt !== null && <p className="soft">{w.reviewedBy(reviewedByName, momentText(reviewedAt), reviewNote ?? '')}</p>}
      <details><summary aria-label={w.readVersion(version)}>{w.readShort}</summary><GuideText body={body} /></details>
    </>
  )
}
