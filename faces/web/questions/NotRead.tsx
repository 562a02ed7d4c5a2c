import type { ReactNode } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { SignInForm } from '../signin/SignInForm.tsx'
import { words } from '../words/questions.ts'

/** What to show instead of one's own questions: the way in, or why they cannot be read now. */
export function NotRead({ failure, reload }: { failure: Failure; reload: () => unknown }): ReactNode {
  if (failure.status !== 401)
    return (
      <div className="page stack">
        <Heading page={words.page}>{words.page}</Heading>
        <Failed failure={failure} again={() => void reload()} />
      </div>
    )
  return (
    <div className="page stack-wide">
      <Heading page={words.page}>{words.signInTitle}</Heading>
      <p className="soft">{words.signInLead}</p>
      <SignInForm label={words.signIn} busyLabel={words.signingIn} onSignedIn={() => void reload()} />
    </div>
  )
}
