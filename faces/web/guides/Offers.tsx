import { Link } from 'wouter'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/guides.ts'

type Offer = keyof typeof words.offers
/** Where an offer leads; those the product does not have yet are not shown. */
const TO: Partial<Record<Offer, string>> = { eligibility: '/entitled', apply: '/apply', points: '/points', hotline12348: 'tel:12348', ticket: '/ask/person' }

/** What can be done right now; the first one is the main thing. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  const shown = offers.flatMap((offer) => (TO[offer] === undefined ? [] : [{ offer, to: TO[offer] }]))
  if (shown.length === 0) return null
  return (
    <div className="offers no-print">
      {shown.map(({ offer, to }, index) => {
        const look = `button block ${index === 0 ? '' : 'second'}`
        return to.startsWith('/') ? <Link key={offer} className={look} href={to}>{words.offers[offer]}</Link> : <a key={offer} className={look} href={to}><Icon name="phone" /> {words.offers[offer]}</a>
      })}
    </div>
  )
}
