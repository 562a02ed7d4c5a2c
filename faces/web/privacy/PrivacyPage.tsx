import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words as places } from '../words/places.ts'
import { NoticeParagraphs } from './Notice.tsx'

const words = places.privacy

export default function PrivacyPage() {
  const [loaded, reload] = useLoad(() => api.privacyNotice({}), 'notice')
  return (
    <div className="page stack-wide">
      <Heading page={words.page}>{words.title}</Heading>
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={() => void reload()} />}
      {loaded.state === 'ready' && (
        <>
          <div className="card">
            <NoticeParagraphs notice={loaded.value} />
          </div>
          <section className="card stack">
            <h2>{words.sensitive}</h2>
            <ul className="dots">
              {loaded.value.sensitive.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </section>
          <p className="soft small">{words.version(loaded.value.version)}</p>
        </>
      )}
      <p>
        {words.rights} <Link href="/me">{words.my}</Link>
      </p>
    </div>
  )
}
