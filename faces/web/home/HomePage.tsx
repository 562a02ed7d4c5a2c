import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { Heading } from '../controls/Heading.tsx'
import { Icon, type IconName } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { hasStartedDraft } from '../apply/draft/kept.ts'
import { words } from '../words/home.ts'
import { HomeAsk } from './HomeAsk.tsx'
import { SITUATIONS } from './situations.ts'

interface RowProps {
  href: string
  icon: IconName
  title: string
  hint: string
}
const Row = ({ href, icon, title, hint }: RowProps) => {
  const inside = (
    <>
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <small>{hint}</small>
      </span>
      <Icon name="next" />
    </>
  )
  return (
    <li>
      {href.startsWith('/') ? (
        <Link className="row" href={href}>
          {inside}
        </Link>
      ) : (
        <a className="row" href={href}>
          {inside}
        </a>
      )}
    </li>
  )
}
const still = () => () => undefined

/** Home by life situation; readable before any script runs. */
export function HomePage() {
  const started = useSyncExternalStore(still, hasStartedDraft, () => false)
  return (
    <div className="page wide home">
      <div className="home-lead">
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      <HomeAsk />
      {started && (
        <Say tone="info">
          <h2>{words.continueTitle}</h2>
          <p>{words.continueText}</p>
          <Link className="button small-button" href="/apply">
            {words.continueGo}
          </Link>
        </Say>
      )}
      <div className="home-columns">
        <section aria-labelledby="situations">
          <h2 id="situations">{words.situationsTitle}</h2>
          <ul className="tiles">
            {SITUATIONS.map((situation) => (
              <li key={situation}>
                <Link className="tile" href={`/entitled?about=${situation}`}>
                  <Icon name={situation} />
                  <b>{words.situations[situation].title}</b>
                  <small>{words.situations[situation].text}</small>
                </Link>
              </li>
            ))}
          </ul>
          <Link className="button block home-main" href="/entitled">
            {words.entitled}
          </Link>
          <p className="soft small home-under">{words.entitledHint}</p>
        </section>
        <section aria-labelledby="more">
          <h2 id="more">{words.more}</h2>
          <ul className="rows">
            <Row href="/me" icon="cases" title={words.myCases} hint={words.myCasesHint} />
            <Row href="/apply" icon="edit" title={words.apply} hint={words.applyHint} />
            <Row href="/points" icon="place" title={words.points} hint={words.pointsHint} />
            <Row href="tel:12348" icon="phone" title={words.call} hint={words.callHint} />
          </ul>
        </section>
      </div>
      <section className="home-days" aria-labelledby="days">
        <h2 id="days">{words.sameDayTitle}</h2>
        <p className="soft">{words.sameDayText}</p>
        <ol>
          {words.stations.map((station, index) => (
            <li key={station}>
              <span aria-hidden="true">{index + 1}</span>
              {station}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
