import { useEffect, useState } from 'react'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/everywhere.ts'
import { readAloud, stopReading, useVoice } from './aloud.ts'

/** Reads a text, or the page's main part. Not drawn where the phone has no Chinese voice. */
export function ReadAloud({ text }: { text?: string }) {
  const voice = useVoice()
  const [reading, setReading] = useState(false)
  useEffect(() => stopReading, [])
  if (!voice) return null
  const press = () => {
    if (reading) stopReading()
    else readAloud(text ?? document.getElementById('main')?.innerText ?? '', () => setReading(false))
    setReading(!reading)
  }
  return (
    <button type="button" className="quiet" aria-pressed={reading} onClick={press}>
      <Icon name="sound" /> {reading ? words.stopReading : words.readAloud}
    </button>
  )
}
