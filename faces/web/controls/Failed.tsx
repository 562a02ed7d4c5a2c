import type { Failure } from '../../ui/api/result.ts'
import { words } from '../words/everywhere.ts'
import { Say } from './Say.tsx'

/** The sentence to show for a failure: the server's own, or ours when no answer came. */
export function failureText(failure: Failure): string {
  const { code, detail, retryAfterSeconds } = failure
  if (code === 'offline') return words.failures.offline
  const says = detail || (code === 'unavailable' ? words.failures.unavailable : words.failures.unknown)
  return retryAfterSeconds ? `${says}${words.failures.waitSeconds(retryAfterSeconds)}` : says
}

export function Failed({ failure, again }: { failure: Failure; again?: () => void }) {
  return (
    <Say tone={failure.code === 'offline' ? 'due' : 'late'} live>
      <p>{failureText(failure)}</p>
      {again && (
        <button type="button" className="button second small-button" onClick={again}>
          {words.retry}
        </button>
      )}
    </Say>
  )
}
