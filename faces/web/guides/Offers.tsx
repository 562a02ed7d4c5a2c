import { Link } from 'wouter'
import { Icon } from '../controls/Icon.tsx'
import type { Calculator } from '@fatong/contract/knowledge/shapes.ts'
import { words } from '../words/guides.ts'

type Offer = keyof typeof words.offers | 'calculator'
/** Where an offer leads; of the calculators to each that fits, and what has no place of its own is not shown. */
const TO: Partial<Record<Offer, string>> = {
  eligibility: '/entitled',
  apply: '/apply',
  points: '/points',
  hotline12348: 'tel:12348',
  ticket: '/ask/person',
}

/** What can be done right now; the first one is the main thing. */
export function Offers({ offers, calculators }: { offers: readonly Offer[]; calculators: readonly Calculator[] }) {
  const shown = offers.flatMap((offer): { to: string; says: string }[] => {
    if (offer === 'calculator')
      return calculators.map((one) => ({ to: `/calculate/${one}`, says: words.calculators[one] }))
    const to = TO[offer]
    return to === undefined ? [] : [{ to, says: words.offers[offer] }]
  })
  if (shown.length === 0) return null
  return (
    <div className="offers no-print">
      {shown.map(({ to, says }, index) => {
        const look = `button block ${index === 0 ? '' : 'second'}`
        return to.startsWith('/') ? (
          <Link key={to} className={look} href={to}>
            {says}
          </Link>
        ) : (
          <a key={to} className={look} href={to}>
            <Icon name="phone" /> {says}
          </a>
        )
      })}
    </div>
  )
}
