import { useState } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { forgetTyped } from '../case/typed.ts'
import { Failed } from '../controls/Failed.tsx'
import { Say } from '../controls/Say.tsx'
import { words } from '../words/me.ts'
import { readableExport } from './readable.ts'

/** One's own data as a file (个人信息保护法 45), and signing out. */
export function MyData({ onSignedOut }: { onSignedOut: () => void }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [exported, setExported] = useState(false)
  const download = async () => {
    setFailure(null)
    const result = await api.exportMyData({})
    if (!result.ok) return setFailure(result.failure)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([readableExport(result.value)], { type: 'text/html;charset=utf-8' }))
    link.download = words.file.name
    link.click()
    setExported(true)
  }
  const leave = async () => {
    const result = await api.signOut({})
    if (!result.ok && result.failure.status !== 401) return setFailure(result.failure)
    forgetTyped()
    onSignedOut()
  }
  return (
    <section className="card stack" aria-labelledby="mine">
      <h2 id="mine">{words.mine}</h2>
      <p className="soft small">{words.exportHint}</p>
      {failure && <Failed failure={failure} />}
      {exported && (
        <Say tone="done" live>
          <p>{words.exported}</p>
        </Say>
      )}
      <div className="help-links">
        <button type="button" className="button second small-button" onClick={() => void download()}>
          {words.export}
        </button>
        <button type="button" className="button second small-button" onClick={() => void leave()}>
          {words.signOut}
        </button>
      </div>
    </section>
  )
}
