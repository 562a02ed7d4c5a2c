import { useEffect, useMemo, useRef, useState } from 'react'
import { addressOf } from '../../ui/api/endpoint.ts'
import type { Failure } from '../../ui/api/result.ts'
import { momentOf, plainDay } from '../../ui/time.ts'
import { uuid } from '../../ui/uuid.ts'
import { api } from '../api/citizen.ts'
import type { MaterialKind } from '../apply/photos/kinds.ts'
import { Papers } from '../apply/photos/Papers.tsx'
import { UploadQueue } from '../apply/photos/queue.ts'
import type { Material } from '../apply/draft/store.ts'
import { Failed } from '../controls/Failed.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words as photoWords } from '../words/apply.ts'
import { words } from '../words/case.ts'
import type { CitizenCase } from './case-types.ts'
import { useTyped } from './typed.ts'
import { waitingPapers } from './waiting-papers.ts'

const FIRST: readonly MaterialKind[] = ['caseMaterial', 'wageEvidence']
const MORE: readonly MaterialKind[] = [
  'idFront',
  'idBack',
  'waiverProof',
  'proxyAuthority',
  'meansStatement',
  'judgment',
  'other',
]

/**
 * Papers asked for, or added of one's own accord: photographed one by one, handed over in one go. What was uploaded in an
 * earlier visit waits here too: it counts only once it is handed over.
 */
export function Supply({ one, onChanged }: { one: CitizenCase; onChanged: () => Promise<void> }) {
  const [arrived, setArrived] = useState<readonly Material[]>([])
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const ready = useMemo(() => waitingPapers(one, arrived, gone), [one, arrived, gone])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [error, setError] = useState<string>()
  const [done, setDone] = useState(false)
  const { number } = one
  const [note, setNote] = useTyped(number, 'supply-note')
  const [begun] = useState(one.notHandedIn.length > 0 || note !== '')
  // what the case has and what is waiting to be handed over
  const held = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    held.current = new Set([...one.materials, ...ready].map(({ id }) => id))
  }, [one.materials, ready])
  const queue = useMemo(
    () =>
      new UploadQueue(
        `case ${number}`,
        (kind, name, file, headers) => api.uploadToCase({ params: { number }, query: { kind, name }, file, headers }),
        (material) => {
          setDone(false)
          setError(undefined)
          const isNew = !held.current.has(material.id)
          if (isNew) {
            setArrived((all) => [...all, material])
            setGone((ids) => without(ids, material.id))
          }
          return isNew
        },
      ),
    [number],
  )
  useEffect(() => queue.open(), [queue])
  const key = useRef(uuid())
  const now = Date.now()
  const asked = one.supplement
  const first = asked && one.can.supply ? kindsFor(asked.items.map((item) => item.code)) : FIRST
  const handOver = async () => {
    if (busy) return
    if (ready.length === 0 && note.trim() === '') return setError(words.supplyEmpty)
    setBusy(true)
    setFailure(null)
    const result = await api.supply({
      params: { number: one.number },
      body: { materialIds: ready.map((material) => material.id), note },
      idempotencyKey: key.current,
    })
    setBusy(false)
    if (!result.ok) {
      if (result.failure.code === 'keyReused') key.current = uuid()
      setFailure(result.failure)
      return result.failure.status === 401 ? onChanged() : undefined
    }
    key.current = uuid()
    setArrived([])
    setGone((ids) => new Set([...ids, ...ready.map(({ id }) => id)]))
    setNote('')
    setDone(true)
    await onChanged()
  }
  const takeBack = async (material: Material) => {
    if (!window.confirm(photoWords.photos.removeAsk(material.name))) return
    setFailure(null)
    const taken = await api.takeBack({ params: { number, id: material.id } })
    if (!taken.ok && taken.failure.status !== 404) return setFailure(taken.failure)
    setArrived((all) => all.filter(({ id }) => id !== material.id))
    setGone((ids) => new Set([...ids, material.id]))
  }
  // only on demand: a photo is large and the signal may be poor
  const look = async (material: Material) => {
    const reply = await fetch(addressOf('/citizen/cases/:number/materials/:id', { number, id: material.id }), {
      headers: { 'X-Fatong': '1' },
    }).catch(() => null)
    if (!reply?.ok) return null
    const address = URL.createObjectURL(await reply.blob())
    queue.previews.set(material.id, address)
    return address
  }
  const button = one.can.supply ? words.supply : words.supplyMore
  const inside = (
    <div className="stack">
      {asked && one.can.supply ? (
        <>
          <p className="tag due">{words.deadline(plainDay(asked.deadline, now))}</p>
          <ul className="dots">
            {asked.items.map((item) => (
              <li key={item.code}>{item.wording}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="soft">{words.addMaterialsText}</p>
      )}
      {asked?.suppliedAt != null && <p>{words.supplied(momentOf(asked.suppliedAt, now))}</p>}
      <Papers
        first={first}
        more={MORE.filter((kind) => !first.includes(kind))}
        materials={ready}
        queue={queue}
        onRemove={(material) => void takeBack(material)}
        onLook={look}
      />
      <TextField
        id="supply-note"
        label={words.supplyNote}
        value={note}
        onChange={(value) => {
          setNote(value)
          setError(undefined)
        }}
        optional
        error={error}
      />
      {ready.length > 0 && (
        <Say tone="due" live>
          <p>{words.notHandedIn(ready.length, button)}</p>
        </Say>
      )}
      {failure && <Failed failure={failure} />}
      <button type="button" className="button block" aria-disabled={busy} onClick={() => void handOver()}>
        {busy ? words.supplying : button}
      </button>
    </div>
  )
  const said = done && (
    <Say tone="done" live>
      <p>{words.handedOver}</p>
    </Say>
  )
  if (asked && one.can.supply)
    return (
      <section className="card stack" aria-labelledby="supply">
        <h2 id="supply">{words.supplement}</h2>
        {said}
        {inside}
      </section>
    )
  return (
    <section className="card" aria-label={words.addMaterials}>
      {said}
      <details open={begun || undefined}>
        <summary>{words.addMaterials}</summary>
        {inside}
      </details>
    </section>
  )
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const left = new Set(ids)
  left.delete(id)
  return left
}

const BY_ITEM: Record<string, readonly MaterialKind[]> = {
  identity: ['idFront', 'idBack'],
  unclearPhoto: ['idFront', 'idBack'],
  proxyAuthority: ['proxyAuthority'],
  meansStatement: ['meansStatement'],
  waiverProof: ['waiverProof'],
  wageEvidence: ['wageEvidence'],
  caseMaterial: ['caseMaterial'],
  opponentIdentity: ['other'],
  explanation: ['other'],
}
const kindsFor = (codes: readonly string[]): readonly MaterialKind[] => {
  const kinds = [...new Set(codes.flatMap((code) => BY_ITEM[code] ?? ['other' as const]))]
  return kinds.length > 0 ? kinds : FIRST
}
