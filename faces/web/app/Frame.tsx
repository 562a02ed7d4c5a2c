import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { ReadAloud } from '../reading/ReadAloud.tsx'
import { setReading, useReading } from '../reading/preferences.ts'
import { words } from '../words/everywhere.ts'
import { HelpStrip } from './HelpStrip.tsx'
import { useOnline } from './online.ts'

/** What surrounds every page: name, reading aids, a person to ask, and the small print. */
export function Frame({ children }: { children: ReactNode }) {
  const reading = useReading()
  const online = useOnline()
  const [path] = useLocation()
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <div className="masthead-in">
          <Link className="brand" href="/" aria-label={`${words.product} ${words.district} ${words.home}`}>
            <img src="/favicon.svg" alt="" width="34" height="34" fetchPriority="low" />
            <b>{words.product}</b>
            <span>{words.district}</span>
          </Link>
          <ReadAloud />
          <button
            type="button"
            className="quiet"
            aria-pressed={reading.large}
            onClick={() => setReading({ large: !reading.large })}
          >
            {reading.large ? words.normalType : words.largeType}
          </button>
        </div>
      </header>
      {!online && (
        <p className="offline" role="status">
          {words.offlineBar}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {path !== '/' && <HelpStrip />}
      <footer className="foot">
        <div className="foot-in">
          <nav aria-label={words.district}>
            <Link className="quiet" href="/privacy">
              {words.privacy}
            </Link>
            <Link className="quiet" href="/verify">
              {words.verify}
            </Link>
            <button
              type="button"
              className="quiet"
              aria-pressed={reading.contrast}
              onClick={() => setReading({ contrast: !reading.contrast })}
            >
              {reading.contrast ? words.contrastOff : words.contrastOn}
            </button>
            <a className="quiet" href="/desk">
              {words.staff}
            </a>
          </nav>
          <p>{words.free}</p>
        </div>
      </footer>
    </>
  )
}
