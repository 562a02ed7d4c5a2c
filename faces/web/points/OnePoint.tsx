import { Link } from 'wouter'
import type { PointView } from '@fatong/contract/network/finder.ts'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/places.ts'

/** Nobody knows when somebody is there, or when the year's holidays are: two reasons to call, told apart. */
function tagOf({ open, opensAt, phone }: PointView): { says: string; tone: string } {
  if (open === true) return { says: words.openNow, tone: 'done' }
  if (opensAt === null) return { says: words.callFirst(phone !== null), tone: 'due' }
  return open === null ? { says: words.unsure, tone: 'due' } : { says: words.later, tone: '' }
}

/** A service point in the list: what it is, when, and how to get or to speak to it. */
export function OnePoint({ point }: { point: PointView }) {
  const { id, name, kindText, address, phone, openText, routeText, hoursText, bookable, approximate } = point
  const tag = tagOf(point)
  return (
    <>
      <div className="point-head">
        <h2>{name}</h2>
        <span className={`tag ${tag.tone}`}>
          {point.open === true && <Icon name="clock" />}
          {tag.says}
        </span>
      </div>
      <p>
        <b>{openText}</b>
      </p>
      <p className="soft small">
        {kindText}
        {address !== '' && ` · ${address}`}
        {approximate && ` · ${words.approximate}`}
      </p>
      {routeText !== '' && (
        <p>
          <Icon name="place" /> {routeText}
        </p>
      )}
      <p className="soft small">
        <Icon name="clock" /> {hoursText}
      </p>
      <div className="points-go">
        {bookable && (
          <Link className="button small-button" href={`/points/${id}/book`} aria-label={words.bookAt(name)}>
            {words.book}
          </Link>
        )}
        {phone && (
          <a className="button second small-button" href={`tel:${phone}`}>
            <Icon name="phone" /> {words.call(phone)}
          </a>
        )}
      </div>
    </>
  )
}
