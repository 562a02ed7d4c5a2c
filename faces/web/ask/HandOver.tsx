import { useEffect, useState } from 'react'
import type { Session } from '@fatong/contract/consultation/shapes.ts'
import { momentOf } from '../../ui/time.ts'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { words } from '../words/continue.ts'

const LOOK_MS = 4_000
interface Given {
  code: string
  qrSvg: string
  until: number
}

/** A code to go on elsewhere. Once it was used, what stands here is wiped: this may be a machine that others use next. */
export function HandOver({ session, onMoved }: { session: Session; onMoved: () => void }) {
  const [given, setGiven] = useState<Given | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const headers = { 'X-Draft-Secret': session.secret }
  const make = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const result = await api.handOver({ params: { id: session.id }, headers })
    setBusy(false)
    if (result.ok) setGiven(result.value)
    else setFailure(result.failure)
  }
  const { id, secret } = session
  useEffect(() => {
    if (given === null) return
    const look = async () => {
      const result = await api.readConsultation({ params: { id }, headers: { 'X-Draft-Secret': secret } })
      if (!result.ok && result.failure.status === 404) onMoved()
    }
    const timer = window.setInterval(() => void look(), LOOK_MS)
    return () => window.clearInterval(timer)
  }, [given, id, secret, onMoved])
  if (given === null) {
    return (
      <div className="stack-tight">
        <button type="button" className="button second block" aria-disabled={busy} onClick={() => void make()}>
          {busy ? words.making : words.open}
        </button>
        {failure && <Failed failure={failure} />}
      </div>
    )
  }
  return (
    <section className="card stack hand-over" aria-labelledby="hand-over" role="status">
      <h2 id="hand-over">{words.title}</h2>
      <p>{words.scan}</p>
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(given.qrSvg)}`}
        alt={words.qr}
        width="200"
        height="200"
      />
      <p>{words.or}</p>
      <p className="hand-over-code">{given.code}</p>
      <p className="soft small">{`${words.until(momentOf(given.until, Date.now()))}${words.leaves}`}</p>
      <button type="button" className="button second block" onClick={() => setGiven(null)}>
        {words.close}
      </button>
    </section>
  )
}
