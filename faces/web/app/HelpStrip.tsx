import { Link } from 'wouter'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/everywhere.ts'

/** Never a dead end: a person by phone or nearby. */
export function HelpStrip() {
  return (
    <aside className="help" aria-label={words.helpTitle}>
      <h2>{words.helpTitle}</h2>
      <p className="soft">{words.helpText}</p>
      <div className="help-links">
        <a className="button second small-button" href="tel:12348">
          <Icon name="phone" /> {words.call12348}
        </a>
        <Link className="button second small-button" href="/points">
          <Icon name="place" /> {words.nearest}
        </Link>
      </div>
    </aside>
  )
}
