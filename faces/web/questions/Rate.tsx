import { useState } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { words } from '../words/questions.ts'

/** Five ways to say how it was, in words and not in stars. */
export function Rate({ id, rating }: { id: string; rating: number | null }) {
  const [given, setGiven] = useState(rating)
  const [failure, setFailure] = useState<Failure | null>(null)
  const rate = async (stars: number) => {
    setFailure(null)
    const result = await api.rateTicket({ params: { id }, body: { stars, note: '' } })
    if (result.ok) setGiven(stars)
    else setFailure(result.failure)
  }
  if (given !== null)
    return (
      <p role="status">
        {words.ratedAs(words.stars[given - 1] ?? '')}。{words.rated}
      </p>
    )
  return (
    <fieldset className="stack-tight plain">
      <legend>
        <b>{words.rate}</b>
      </legend>
      <div className="buttons">
        {words.stars.map((says, i) => (
          <button key={says} type="button" className="button second small-button" onClick={() => void rate(i + 1)}>
            {says}
          </button>
        ))}
      </div>
      {failure && <Failed failure={failure} />}
    </fieldset>
  )
}
