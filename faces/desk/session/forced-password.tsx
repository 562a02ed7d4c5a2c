import { words } from '../words/words.ts'
import { PasswordForm } from './password-form.tsx'
import { useSessionChange } from './use-session-change.ts'

/** A first password was given by somebody else; it must be replaced before anything can be read. */
export function ForcedPassword() {
  const changed = useSessionChange()
  return (
    <>
      <h1>{words.session.mustChange}</h1>
      <p>{words.session.mustChangeWhy}</p>
      <PasswordForm onSaved={() => changed()} />
    </>
  )
}
