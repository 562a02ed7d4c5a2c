import type { PointView } from '@fatong/contract/network/finder.ts'
import { words } from '../words/places.ts'
import type { Travel } from './wish.ts'

const SIZE = 340
const HALF = SIZE / 2
const RINGS = [10, 20, 30, 60]
const LAST = 60
interface Props {
  from: { name: string; lng: number; lat: number } | null
  points: readonly PointView[]
  travel: Travel
  mapNumber: string | null
}

/** No map, a drawing: directions as they are, distances in minutes. The list says the same in words. */
export function Drawing({ from, points, travel, mapNumber }: Props) {
  if (!from) return <p className="soft">{words.noDrawing}</p>
  const marks = points.flatMap((point) => {
    const minutes = point.minutes?.[travel]
    if (point.lng === null || point.lat === null || minutes === null || minutes === undefined) return []
    const angle = Math.atan2((point.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180), point.lat - from.lat)
    const radius = ringRadius(Math.min(minutes, LAST))
    return [{ point, minutes, x: HALF + radius * Math.sin(angle), y: HALF - radius * Math.cos(angle) }]
  })
  return (
    <figure className="drawing">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={words.drawing}>
        {RINGS.map((ring) => (
          <circle key={ring} className="drawing-ring" cx={HALF} cy={HALF} r={ringRadius(ring)} />
        ))}
        {RINGS.map((ring) => (
          <text key={ring} className="drawing-ring-name" x={HALF + 3} y={HALF - ringRadius(ring) + 12}>
            {words.ring(ring)}
          </text>
        ))}
        <circle className="drawing-you" cx={HALF} cy={HALF} r={7} />
        {marks.map(({ point, x, y }, at) => (
          <g key={point.id}>
            <circle className={point.open === true ? 'drawing-open' : 'drawing-closed'} cx={x} cy={y} r={11} />
            <text className="drawing-number" x={x} y={y + 4}>
              {at + 1}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="soft small">
        {words.drawing}
        {mapNumber !== null && ` ${words.map(mapNumber)}`}
      </figcaption>
      <ol className="drawing-names">
        {marks.map(({ point, minutes }) => (
          <li key={point.id}>
            {words.mark(point.name, minutes)}
            {point.open === true && ` · ${words.openNow}`}
          </li>
        ))}
      </ol>
    </figure>
  )
}
/** The first minutes get more room, because that is where people look. */
const ringRadius = (minutes: number): number => (HALF - 14) * Math.sqrt(minutes / LAST)
