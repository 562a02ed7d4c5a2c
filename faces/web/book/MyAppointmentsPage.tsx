import { useState } from 'react'
import { Link } from 'wouter'
import type { AppointmentView } from '@fatong/contract/network/appointments.ts'
import type { Failure } from '../../ui/api/result.ts'
import { momentOf } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { SignInForm } from '../signin/SignInForm.tsx'
import { words as me } from '../words/me.ts'
import { words } from '../words/places.ts'
import { MyCallbacks } from './MyCallbacks.tsx'
import '../points/points.css'

const t = words.mine
const TONES = { booked: 'info', cancelled: '', came: 'done', missed: 'due' } as const

/** One's own appointments; a time not needed is given back. */
export default function MyAppointmentsPage() {
  const [loaded, reload] = useLoad(() => api.myAppointments({}), 'appointments')
  if (loaded.state === 'loading')
    return (
      <div className="page stack">
        <Heading page={t.page}>{t.page}</Heading>
        <Wait />
      </div>
    )
  if (loaded.state === 'failed') {
    return (
      <div className="page stack-wide">
        <Heading page={t.page}>{t.page}</Heading>
        {loaded.failure.status === 401 ? (
          <SignInForm label={me.signIn} busyLabel={me.signingIn} onSignedIn={() => void reload()} />
        ) : (
          <Failed failure={loaded.failure} again={() => void reload()} />
        )}
      </div>
    )
  }
  const { items } = loaded.value
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={t.page}>{t.page}</Heading>
        <p className="soft">{t.lead}</p>
      </div>
      {items.length === 0 ? (
        <div className="card stack">
          <h2>{t.none}</h2>
          <p className="soft">{t.noneText}</p>
          <p>
            <Link className="button" href="/points">
              {t.find}
            </Link>
          </p>
        </div>
      ) : (
        <ul className="points">
          {items.map((one) => (
            <li className="card" key={one.id}>
              <One one={one} reload={reload} />
            </li>
          ))}
        </ul>
      )}
      <MyCallbacks />
    </div>
  )
}

/** The way into a remote talk; the telephone stays where the picture fails. */
function Video({ video: { state, url, opensAt } }: { video: NonNullable<AppointmentView['video']> }) {
  if (url !== null)
    return (
      <p>
        <a className="button" href={url} target="_blank" rel="noopener noreferrer">
          {t.enter}
        </a>
      </p>
    )
  return (
    <p className="soft">
      {state === 'early' ? t.early(momentOf(opensAt, Date.now())) : state === 'over' ? t.over : t.byPhone}
    </p>
  )
}

function One({
  one: { id, whenText, placeName, address, state, number, reason, cancelledBy, note, video, unmet, service, ...one },
  reload,
}: {
  one: AppointmentView
  reload: () => Promise<void>
}) {
  const remote = service === 'remote'
  // Where nobody is, nobody answers either.
  const phone = unmet === null ? one.phone : one.unmetPhone
  const [sure, setSure] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const cancel = async () => {
    const result = await api.cancelAppointment({ params: { id } })
    setSure(false)
    if (result.ok || result.failure.code === 'appointmentOver') await reload()
    if (!result.ok) setFailure(result.failure)
  }
  return (
    <>
      <div className="point-head">
        <h2>{whenText}</h2>
        {unmet === null ? (
          <span className={`tag ${TONES[state]}`}>{t.states[state]}</span>
        ) : (
          <span className="tag due">{remote ? t.unmetRemote : t.unmet}</span>
        )}
      </div>
      <p>
        <b>{placeName}</b>
      </p>
      <p className="soft small">
        {address} · {words.booking.number(number)}
      </p>
      {note !== '' && <p>{note}</p>}
      {unmet !== null && <p>{t.unmetText(remote, phone)}</p>}
      {video && unmet === null && <Video video={video} />}
      {cancelledBy === 'staff' && <p>{t.byStaff(reason ?? '')}</p>}
      {failure && <Failed failure={failure} />}
      {state === 'booked' && (
        <div className="points-go">
          {phone && (
            <a className="button second small-button" href={`tel:${phone}`}>
              <Icon name="phone" /> {words.call(phone)}
            </a>
          )}
          {sure ? (
            <>
              <button type="button" className="button danger small-button" onClick={() => void cancel()}>
                {t.yes}
              </button>
              <button type="button" className="button second small-button" onClick={() => setSure(false)}>
                {t.no}
              </button>
            </>
          ) : (
            <button type="button" className="button second small-button" onClick={() => setSure(true)}>
              {t.cancel}
            </button>
          )}
          {sure && <p role="alert">{t.sure}</p>}
        </div>
      )}
    </>
  )
}
