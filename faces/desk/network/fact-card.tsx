import { Button } from 'antd'
import { Mark } from '../shell/mark.tsx'
import { words } from '../words/words.ts'
import { factOf } from './fact.ts'
import type { FormStart } from './edit-form.tsx'
import { halfText } from './half-hours.ts'
import css from './network.module.css'
import type { VillageRow } from './order.ts'
import { SERVICE_WORDS, type Circle } from './wish.ts'

const w = words.circle
const c = w.card
interface Props {
  chosen: string | null
  rows: readonly VillageRow[]
  places: Circle['places']
  half: number
  said: string
  back: (() => void) | undefined
  onStart: (start: Omit<FormStart, 'serial'>) => void
}

/** What is known of the dot that was tapped or walked to, and what can be tried there. */
export function FactCard({ chosen, rows, places, half, said, back, onStart }: Props) {
  const village = rows.find(({ code }) => chosen === `v:${code}`)
  const place = places.find(({ id }) => chosen === `p:${id}`)
  return (
    <div className={css.fact}>
      <div aria-live="polite">
        {said !== '' && (
          <p className="gap-below">
            <b>{c.inList}</b>
            {said}{' '}
            {back && (
              <Button size="small" onClick={back}>
                {w.back}
              </Button>
            )}
          </p>
        )}
        {!village && !place && said === '' && <p className="soft">{c.nothing}</p>}
        {village && (
          <>
            <p>
              <b>{village.name}</b> <span className="soft">{village.town}</span>{' '}
              <Mark tone={village.now ? 'action' : 'due'}>
                {halfText(half)} {village.now ? w.nowYes : w.nowNo}
              </Mark>
            </p>
            <p>{factOf(village)}</p>
          </>
        )}
        {place && (
          <>
            <p>
              <b>{place.name}</b> {place.approximate && <Mark tone="pause">{w.approximate}</Mark>}
            </p>
            <p className="pre">{place.hoursText}</p>
            <p className="soft">{place.services.map((one) => SERVICE_WORDS[one]).join('、')}</p>
          </>
        )}
      </div>
      {village && (
        <p className="row">
          <Button size="small" onClick={() => onStart({ kind: 'open', placeId: '', village: village.code })}>
            {c.addHere}
          </Button>
          <Button size="small" onClick={() => onStart({ kind: 'visit', placeId: '', village: village.code })}>
            {c.visitHere}
          </Button>
        </p>
      )}
      {place && (
        <p className="row">
          {(['hours', 'move', 'close'] as const).map((kind) => (
            <Button key={kind} size="small" onClick={() => onStart({ kind, placeId: place.id, village: '' })}>
              {c[kind]}
            </Button>
          ))}
          {place.tier !== 'office' && <span className="soft">{c.drag}</span>}
        </p>
      )}
    </div>
  )
}
