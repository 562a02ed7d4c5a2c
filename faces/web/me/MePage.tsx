import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { SignInForm } from '../signin/SignInForm.tsx'
import { words } from '../words/me.ts'
import { Link } from 'wouter'
import { MyCases } from './MyCases.tsx'
import { MyData } from './MyData.tsx'
import { Notices } from './Notices.tsx'

/** My cases, messages and data; the phone code is asked for only here and on submitting. */
export default function MePage() {
  const [loaded, reload] = useLoad(() => api.me({}), 'me')
  if (loaded.state === 'loading')
    return (
      <div className="page stack">
        <Heading page={words.page}>{words.page}</Heading>
        <Wait />
      </div>
    )
  if (loaded.state === 'failed') {
    if (loaded.failure.status !== 401)
      return (
        <div className="page stack">
          <Heading page={words.page}>{words.page}</Heading>
          <Failed failure={loaded.failure} again={() => void reload()} />
        </div>
      )
    return (
      <div className="page stack-wide">
        <Heading page={words.page}>{words.signInTitle}</Heading>
        <p className="soft">{words.signInLead}</p>
        <SignInForm label={words.signIn} busyLabel={words.signingIn} onSignedIn={() => void reload()} />
        <p>
          <Link className="quiet" href="/track">
            {words.byNumber}
          </Link>
        </p>
      </div>
    )
  }
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.page}</Heading>
        <p className="soft">
          {loaded.value.name} {words.phone(loaded.value.phone)}
        </p>
      </div>
      <MyCases />
      <p>
        <Link className="button second block" href="/me/questions">
          <Icon name="other" /> {words.questions}
        </Link>
      </p>
      <p>
        <Link className="button second block" href="/me/appointments">
          <Icon name="clock" /> {words.appointments}
        </Link>
      </p>
      <Notices unread={loaded.value.unread} onRead={reload} />
      <MyData onSignedOut={() => void reload()} />
    </div>
  )
}
