import { useRef, useState } from 'react'
import { Link } from 'wouter'
import type { AppointmentView } from '@fatong/contract/network/appointments.ts'
import type { Failure } from '../../ui/api/result.ts'
import { momentOf } from '../../ui/time.ts'
import { uuid } from '../../ui/uuid.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { SignInForm } from '../signin/SignInForm.tsx'
import { words } from '../words/places.ts'
import { AskCallback } from './AskCallback.tsx'
import '../points/points.css'

const t = words.booking
const SERVICES: Readonly<Record<string, string>> = { ...words.whats, remote: t.remote }
interface Choice {
  service: string
  day: string
  from: number | null
  note: string
}
const keyOf = (id: string): string => `fatong.book.${id}`

/** A time at one place. What was chosen and typed stays in this window until it is booked. */
export default function BookPage({ id }: { id: string }) {
  const [choice, setChoice] = useState<Choice>(() => ({
    service: 'consultation',
    day: '',
    from: null,
    note: '',
    ...kept(id),
  }))
  const [loaded, reload] = useLoad(
    () => api.slots({ params: { id }, query: { service: choice.service as 'consultation' } }),
    `${id} ${choice.service}`,
  )
  const [step, setStep] = useState<'choose' | 'signIn'>('choose')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [booked, setBooked] = useState<AppointmentView | null>(null)
  const key = useRef(uuid())
  const service = serviceOf(choice.service, loaded.state === 'ready' ? loaded.value.services : [])
  const set = (change: Partial<Choice>) => {
    const next = { ...choice, ...change }
    setChoice(next)
    setMissing(false)
    key.current = uuid()
    try {
      sessionStorage.setItem(keyOf(id), JSON.stringify(next))
    } catch {
      /* full or forbidden: it stays on the page */
    }
  }
  const book = async () => {
    if (busy) return
    if (choice.day === '' || choice.from === null) return setMissing(true)
    setBusy(true)
    setFailure(null)
    const result = await api.book({
      body: {
        placeId: id,
        day: choice.day,
        from: choice.from,
        service: service as 'consultation',
        note: choice.note.trim().slice(0, 200),
      },
      idempotencyKey: key.current,
    })
    setBusy(false)
    if (result.ok) {
      sessionStorage.removeItem(keyOf(id))
      return setBooked(result.value)
    }
    if (result.failure.status === 401) return setStep('signIn')
    setStep('choose')
    setFailure(result.failure)
    if (['slotFull', 'slotClosed'].includes(result.failure.code)) {
      set({ from: null })
      void reload()
    }
  }
  if (booked) return <Booked one={booked} />
  if (loaded.state === 'loading')
    return (
      <div className="page stack">
        <Heading page={t.page}>{t.page}</Heading>
        <Wait />
      </div>
    )
  if (loaded.state === 'failed')
    return (
      <div className="page stack">
        <Heading page={t.page}>{t.page}</Heading>
        <Failed failure={loaded.failure} again={() => void reload()} />
      </div>
    )
  const { name, address, phone, services, days } = loaded.value
  const chosen = days.find(({ day }) => day === choice.day)
  if (step === 'signIn') {
    return (
      <div className="page stack-wide">
        <Heading page={t.page}>{t.signInTitle}</Heading>
        <p className="soft">{t.signInLead}</p>
        <SignInForm label={t.signIn} busyLabel={t.signingIn} onSignedIn={() => void book()} />
      </div>
    )
  }
  return (
    <div className="page stack-wide">
      <form
        className="stack-wide"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void book()
        }}
      >
        <div>
          <Heading page={t.page}>{t.title(name)}</Heading>
          <p className="soft">
            <Icon name="place" /> {address}
          </p>
          {phone && (
            <p>
              <a className="button second small-button" href={`tel:${phone}`}>
                <Icon name="phone" /> {words.call(phone)}
              </a>
            </p>
          )}
        </div>
        {services.length > 1 && (
          <fieldset className="pills">
            <legend className="field-label">{t.what}</legend>
            {services.map((one) => (
              <label key={one} className={`pill${one === service ? ' chosen' : ''}`}>
                <input
                  className="unseen"
                  type="radio"
                  name="service"
                  checked={one === service}
                  onChange={() => set({ service: one, from: null })}
                />
                {SERVICES[one] ?? one}
              </label>
            ))}
          </fieldset>
        )}
        {days.length === 0 ? (
          <div className="card">
            <h2>{t.none}</h2>
            <p className="soft">{t.noneText}</p>
          </div>
        ) : (
          <>
            <fieldset className="pills">
              <legend className="field-label">{t.pick}</legend>
              {days.map(({ day, dayText }) => (
                <label key={day} className={`pill${day === choice.day ? ' chosen' : ''}`}>
                  <input
                    className="unseen"
                    type="radio"
                    name="day"
                    checked={day === choice.day}
                    onChange={() => set({ day, from: null })}
                  />
                  {dayText}
                </label>
              ))}
            </fieldset>
            {chosen && (
              <fieldset className="times">
                <legend className="field-label">{t.time}</legend>
                {chosen.slots.map(({ from, text, left }) => (
                  <label
                    key={from}
                    className={`pill${from === choice.from ? ' chosen' : ''}${left === 0 ? ' gone' : ''}`}
                  >
                    <input
                      className="unseen"
                      type="radio"
                      name="time"
                      disabled={left === 0}
                      checked={from === choice.from}
                      onChange={() => set({ from })}
                    />
                    {text}
                    <small>{left === 0 ? t.full : t.left(left)}</small>
                  </label>
                ))}
              </fieldset>
            )}
            <TextField
              id="note"
              label={t.note}
              hint={t.noteHint}
              value={choice.note}
              onChange={(note) => set({ note })}
              multiline
            />
            {missing && (
              <Say tone="due">
                <p role="alert">{t.needed}</p>
              </Say>
            )}
            {failure && <Failed failure={failure} />}
            <button type="submit" className="button block" aria-disabled={busy}>
              {busy ? t.busy : t.go}
            </button>
          </>
        )}
      </form>
      <AskCallback placeId={id} />
    </div>
  )
}

/** What the times shown are for: what was chosen, or the first there is where that is not to be had here; the server's rule. */
const serviceOf = (chosen: string, services: readonly string[]): string =>
  services.includes(chosen) ? chosen : (services[0] ?? chosen)

function Booked({ one: { number, remindAt, at, whenText, placeName, address } }: { one: AppointmentView }) {
  return (
    <div className="page stack-wide">
      <Heading page={t.done}>{t.done}</Heading>
      <Say tone="done">
        <p>
          <b>{whenText}</b>
        </p>
        <p>{placeName}</p>
        <p className="soft">{address}</p>
        <p>{t.number(number)}</p>
      </Say>
      <ul className="dots stack-tight">
        <li>{t.bring}</li>
        <li>{remindAt === null ? t.noReminder : t.remind(momentOf(remindAt, at))}</li>
      </ul>
      <Link className="button block" href="/me/appointments">
        {t.mine}
      </Link>
    </div>
  )
}

function kept(id: string): Partial<Choice> {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '{}') as Partial<Choice>
  } catch {
    return {}
  }
}
