import { Alert, Button, Input, Segmented } from 'antd'
import { publishGuide, returnGuide } from '@fatong/contract/knowledge/guides.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { GuideText } from './guide-text.tsx'
import type { DeskGuide, GuideVersion } from './guide-parts.ts'
import { useGuideChange, type GuideAddress } from './use-guide.ts'

const w = words.guides
interface Props {
  draft: GuideVersion
  inUse: DeskGuide['inUse']
  mayReview: boolean
  mayWrite: boolean
  address: GuideAddress
}

/** What waits for review, and the decision of somebody who did not write it. */
export function GuideReview({ draft, inUse, mayReview, mayWrite, address }: Props) {
  const [only, setOnly] = useState<'changes' | 'whole'>(inUse ? 'changes' : 'whole')
  return (
    <section className="card padded gap-below stack" aria-labelledby="draft">
      <h2 id="draft" className="row">
        {w.draft} <Mark tone="due">{w.draftBy(draft.writtenByName, momentText(draft.writtenAt))}</Mark>
      </h2>
      <p>
        {w.note}：{draft.note}
      </p>
      {draft.takeDown ? (
        <p>
          <b>{w.draftDown}</b>
        </p>
      ) : (
        <>
          {inUse && (
            <p>
              <Segmented
                aria-label={w.draft}
                value={only}
                options={[
                  { value: 'changes' as const, label: w.differences },
                  { value: 'whole' as const, label: w.whole },
                ]}
                onChange={setOnly}
              />
            </p>
          )}
          <GuideText body={draft.body} before={inUse ?? undefined} onlyChanges={only === 'changes'} />
        </>
      )}
      {draft.mine ? (
        <p className="soft">{w.own}</p>
      ) : mayReview ? (
        <Decision draft={draft} address={address} />
      ) : (
        <p className="soft">
          {mayWrite ? w.othersDraft(draft.writtenByName) : ''}
          {w.notReviewer}
        </p>
      )}
    </section>
  )
}

/** Decides about the text that was on the page when the reviewer began to read; a newer one has to be read first. */
function Decision({ draft, address }: { draft: GuideVersion; address: GuideAddress }) {
  const [seen, setSeen] = useState(draft.writtenAt)
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState('')
  const params = { ...address, version: draft.version }
  const body = { note: note.trim(), seen }
  const publish = useGuideChange(() => call(publishGuide, { params, body }), draft.takeDown ? w.takenDown : w.published)
  const giveBack = useGuideChange(() => call(returnGuide, { params, body }), w.returned)
  const returned = () => {
    setWrong(body.note === '' ? w.returnNeeded : '')
    if (body.note === '') document.getElementById('review-note')?.focus()
    else giveBack.mutate(undefined)
  }
  const busy = publish.isPending || giveBack.isPending
  return (
    <div>
      <label htmlFor="review-note">{w.reviewNote}</label>
      <p className="soft" id="review-help">
        {w.reviewHelp}
      </p>
      <Input.TextArea
        id="review-note"
        aria-describedby="review-help"
        value={note}
        maxLength={300}
        status={wrong === '' ? '' : 'error'}
        onChange={({ target }) => {
          setNote(target.value)
          setWrong('')
        }}
      />
      {wrong !== '' && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      {draft.writtenAt !== seen ? (
        <Alert
          className="gap-above"
          type="warning"
          showIcon
          role="alert"
          title={w.newer(draft.writtenByName, momentText(draft.writtenAt))}
          action={
            <Button size="small" onClick={() => setSeen(draft.writtenAt)}>
              {w.newerRead}
            </Button>
          }
        />
      ) : (
        <p className="row gap-above">
          <Button type="primary" loading={publish.isPending} disabled={busy} onClick={() => publish.mutate(undefined)}>
            {draft.takeDown ? w.takeDownNow : w.publish}
          </Button>
          <Button loading={giveBack.isPending} disabled={busy} onClick={returned}>
            {w.returnIt}
          </Button>
        </p>
      )}
    </div>
  )
}
