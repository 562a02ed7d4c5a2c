import { Link } from 'wouter'
import { readKept } from '../apply/draft/kept.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useHelper } from './who-helps.ts'
import { words } from '../words/apply.ts'

const t = words.assist

/** Where staff and 法律明白人 begin to fill in for somebody (帮办代办). */
export default function AssistPage() {
  const { loaded, reload } = useHelper(true)
  const started = Boolean(readKept('assist')?.form?.matter)
  return (
    <div className="page stack-wide">
      <Heading page={t.page}>{t.page}</Heading>
      <p>{t.lead}</p>
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' &&
        (loaded.failure.status === 401 ? (
          <Say tone="due">
            <p>{t.notSignedIn}</p>
            <a className="button" href="/desk">
              {t.signIn}
            </a>
          </Say>
        ) : (
          <Failed failure={loaded.failure} again={() => void reload()} />
        ))}
      {loaded.state === 'ready' && (
        <>
          <Say tone="info">
            <p>
              {t.signedIn(loaded.value.name)}
              {loaded.value.orgName ? `（${loaded.value.orgName}）` : ''}
            </p>
            {loaded.value.assisting && (
              <>
                <p>{t.goesTo(loaded.value.assisting.officeName)}</p>
                <p>{t.otherOffice}</p>
              </>
            )}
          </Say>
          <Link className="button block" href="/apply?assist=1">
            {started ? t.continue : t.start}
          </Link>
        </>
      )}
      <ul className="dots stack-tight">
        {t.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  )
}
