import { useCallback, useRef, useState } from 'react'
import type { BodyOf } from '@fatong/contract/route.ts'
import type { submitApplication } from '@fatong/contract/citizen/draft.ts'
import { mayHaveHappened, type Failure } from '../../ui/api/result.ts'
import { today } from '../../ui/time.ts'
import { uuid } from '../../ui/uuid.ts'
import { api } from '../api/citizen.ts'
import { words } from '../words/apply.ts'
import { keepReceipt } from '../receipt/kept.ts'
import type { DraftStore, Snapshot } from './draft/store.ts'
import { entryOf } from './form/entry.ts'

type Body = BodyOf<typeof submitApplication>

/**
 * Hands the application in, once. Key and text are kept with the draft before they are sent; as long as no answer came,
 * the same text goes out again under the same key, so a double click, a reload or a lost answer never files twice.
 */
export function useSubmitting(store: DraftStore, snapshot: Snapshot, onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const running = useRef(false)
  const submit = useCallback(async () => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(null)
    const failed = await handIn(store)
    running.current = false
    setBusy(false)
    if (failed) setFailure(failed)
    else onDone()
  }, [store, onDone])
  return { busy, failure, submit, unanswered: snapshot.sending !== null }
}

const noDraft: Failure = { code: 'offline', status: 0, detail: '', fields: {} }

/** Hands in what the store holds; null when it is done. The key names the draft, not the text: a corrected text under the same key files once, too. */
export async function handIn(store: DraftStore): Promise<Failure | null> {
  let { sending } = store.read()
  const resent = sending !== null
  const typed = () => entryOf(store.read().form, today(Date.now()))
  if (!sending) {
    const draft = await store.server()
    if (!draft) return noDraft
    const body: Body = { draftId: draft.id, draftSecret: draft.secret, entry: typed() }
    sending = { key: uuid(), body: JSON.stringify(body) }
    store.setSending(sending)
  } else if (sending.failed) {
    const body: Body = { ...(JSON.parse(sending.body) as Body), entry: typed() }
    sending = { key: sending.key, body: JSON.stringify(body) }
    store.setSending(sending)
  }
  const body = JSON.parse(sending.body) as Body
  const answer = await api.submit({ body, idempotencyKey: sending.key })
  if (answer.ok) {
    keepReceipt({ ...answer.value, applicantName: body.entry.applicant.name })
    store.clear()
    return null
  }
  if (answer.failure.status >= 500) store.setSending({ ...sending, failed: true })
  else if (!mayHaveHappened(answer.failure) && answer.failure.status !== 429) store.setSending(null)
  // the draft is gone although its submission was never answered: most likely it went through
  return resent && answer.failure.status === 404 ? { ...answer.failure, detail: words.phone.maybeDone } : answer.failure
}
