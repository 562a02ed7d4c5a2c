import { useState } from 'react'
import { offline, type Failure } from '../../../ui/api/result.ts'
import { api } from '../../api/citizen.ts'
import { Failed } from '../../controls/Failed.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { Say } from '../../controls/Say.tsx'
import { words } from '../../words/apply.ts'
import { sha256 } from '../photos/shrink.ts'
import { SignaturePad } from '../signature/SignaturePad.tsx'
import { TypedSignature } from '../signature/TypedSignature.tsx'
import type { StepProps } from './step-props.ts'

const t = words.signature
// the picture just made, for looking at; the server keeps the signature itself
let shown: { id: string; address: string } | null = null

export function SignatureStep({ store, snapshot, problems }: StepProps) {
  const [typing, setTyping] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const kept = snapshot.materials.find((one) => one.kind === 'signature')

  const use = async (picture: Blob) => {
    setBusy(true)
    setFailure(null)
    const draft = await store.server()
    const sum = await sha256(picture)
    const sent = draft
      ? await api.uploadToDraft({
          params: { id: draft.id },
          query: { kind: 'signature', name: typing ? t.fileTyped : t.fileDrawn },
          file: picture,
          headers: {
            'X-Draft-Secret': draft.secret,
            'X-File-Type': 'image/png',
            ...(sum ? { 'X-File-Sha256': sum } : {}),
          },
        })
      : { ok: false as const, failure: offline }
    if (sent.ok) {
      shown = { id: sent.value.id, address: URL.createObjectURL(picture) }
      store.setMaterials([...store.read().materials.filter((one) => one.kind !== 'signature'), sent.value])
    } else setFailure(sent.failure)
    setBusy(false)
  }
  const redo = async () => {
    const draft = await store.server()
    if (!draft || !kept) return
    const removed = await api.removeDraftMaterial({
      params: { id: draft.id, material: kept.id },
      headers: { 'X-Draft-Secret': draft.secret },
    })
    if (removed.ok || removed.failure.status === 404)
      store.setMaterials(store.read().materials.filter((one) => one.id !== kept.id))
    else setFailure(removed.failure)
  }
  if (kept) {
    return (
      <div className="stack">
        <Say tone="done" live>
          <p>{t.have}</p>
        </Say>
        {shown?.id === kept.id && <img className="sign-have" src={shown.address} alt={t.have} />}
        {failure && <Failed failure={failure} />}
        <button type="button" className="button second" onClick={() => void redo()}>
          {t.redo}
        </button>
      </div>
    )
  }
  return (
    <div className="stack">
      <p className="soft">{t.lead}</p>
      {problems.signature && (
        <p className="field-error" role="alert">
          <Icon name="warn" /> <span>{problems.signature}</span>
        </p>
      )}
      {typing ? (
        <TypedSignature onUse={(picture) => void use(picture)} busy={busy} />
      ) : (
        <SignaturePad onUse={(picture) => void use(picture)} busy={busy} />
      )}
      {failure?.code === 'offline' ? (
        <Say tone="due" live>
          <p>{t.needNetwork}</p>
        </Say>
      ) : (
        failure && <Failed failure={failure} />
      )}
      <button type="button" className="quiet" onClick={() => setTyping(!typing)}>
        {typing ? t.draw : t.type}
      </button>
      <p className="soft small">{t.office}</p>
    </div>
  )
}
