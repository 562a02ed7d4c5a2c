import { useState } from 'react'
import { words } from '../words/everywhere.ts'

/** Copies a text. Without https, as in a village hall's own network, there is no clipboard: then it is shown, to be copied by hand. */
export function CopyButton({ label, text, done }: { label: string; text: () => string; done: string }) {
  const [state, setState] = useState<'no' | 'done' | 'failed'>('no')
  const copy = () => {
    const copying =
      (navigator.clipboard as Clipboard | undefined)?.writeText(text()) ?? Promise.reject(new Error('no clipboard'))
    void copying.then(
      () => setState('done'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <button type="button" className="button second small-button" onClick={copy}>
        {label}
      </button>
      {state === 'done' && (
        <span role="status" className="soft small">
          {done}
        </span>
      )}
      {state === 'failed' && (
        <label className="copy-by-hand">
          {words.copyByHand}
          <textarea className="input" readOnly rows={5} value={text()} onFocus={({ target }) => target.select()} />
        </label>
      )}
    </>
  )
}
