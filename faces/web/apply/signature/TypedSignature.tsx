import { useState } from 'react'
import { TextField } from '../../controls/TextField.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { words } from '../../words/apply.ts'
import { pictureOfName } from './strokes.ts'

const t = words.signature

/** For those who cannot draw, or have only a keyboard: the name typed and confirmed. */
export function TypedSignature({ onUse, busy }: { onUse: (picture: Blob) => void; busy: boolean }) {
  const [name, setName] = useState('')
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<string>()
  const use = async () => {
    if (name.trim() === '' || name.trim().length > 50 || !sure) return setError(t.typeMissing)
    setError(undefined)
    const picture = await pictureOfName(name.trim(), t.typeConfirm)
    if (picture) onUse(picture)
  }
  return (
    <div className="stack">
      <TextField
        id="typed-name"
        label={t.typeName}
        value={name}
        onChange={setName}
        autoComplete="name"
        error={error}
        short
      />
      <Tick id="typed-sure" ticked={sure} onChange={setSure}>
        {t.typeConfirm}
      </Tick>
      <button
        type="button"
        className="button"
        id="signature"
        aria-disabled={busy}
        onClick={() => {
          if (!busy) void use()
        }}
      >
        {busy ? t.sending : t.use}
      </button>
    </div>
  )
}
