import { Button } from 'antd'
import {
  AimOutlined,
  DownOutlined,
  LeftOutlined,
  MinusOutlined,
  PlusOutlined,
  RightOutlined,
  UpOutlined,
} from '@ant-design/icons'
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { useSize } from '../viewer/use-size.ts'
import { words } from '../words/words.ts'
import { fitting, middle, moved, nextSpot, showing as broughtIn, WHOLE, zoomed, type Way } from './map-view.ts'
import { Dot, shapeOf } from './marks.tsx'
import css from './network.module.css'
import { HEIGHT, projection, WIDTH, type Spot } from './projection.ts'
import type { Tone } from './tones.ts'
import { useMapGestures } from './use-map-gestures.ts'

const w = words.circle
export interface VillageMark extends Spot {
  code: string
  name: string
  tone: Tone
  people: number
  says: string
}
export interface PlaceMark extends Spot {
  id: string
  name: string
  tier: string
  says: string
  changed?: boolean
  fixed?: boolean
}
export interface Line {
  minutes: number
  lines: readonly (readonly (readonly [number, number])[])[]
}
interface Props {
  contours?: readonly Line[] | undefined
  villages: readonly VillageMark[]
  places: readonly PlaceMark[]
  chosen: string | null
  onChoose: (key: string) => void
  mapNumber: string | null
  picking?: boolean
  onPick?: (spot: Spot | null) => void
  onMove?: (id: string, spot: Spot) => void
}

const STEP = 0.25
const FAMILIAR = 14
const WAYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
/** A drawing of the district: villages by tone, places by shape. The tables beside it say the same. */
export function NetworkMap({
  contours = [],
  villages,
  places,
  chosen,
  onChoose,
  mapNumber,
  picking = false,
  onPick,
  onMove,
}: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const { ref: figure, width } = useSize<HTMLElement>()
  // the frame is that of the villages, so that nothing jumps while a place is carried
  const to = useMemo(() => projection(villages), [villages])
  const { view, setView, spotOf, dragged, tapped, carry, handlers } = useMapGestures(svg, (id, at) =>
    onMove?.(id, to.spot(at.x, at.y)),
  )
  const size = { width: WIDTH / view.zoom, height: HEIGHT / view.zoom }
  const shift = (dx: number, dy: number) => setView(moved(view, dx * size.width * STEP, dy * size.height * STEP))
  /** Marks grow slower than the drawing. */
  const unit = 1 / view.zoom ** 0.75
  // names are read at the size of the screen, not of the drawing
  const narrow = Math.min(2.2, Math.max(1, (WIDTH * 0.8) / (width || WIDTH)))
  const sign = unit * narrow ** 0.6
  const drawnPlaces = places.filter(({ tier }) => tier !== 'office')
  const spots = [
    ...villages.map(({ code, lng, lat }) => ({ key: `v:${code}`, x: to.x(lng), y: to.y(lat) })),
    ...drawnPlaces.map(({ id, lng, lat }) => ({ key: `p:${id}`, x: to.x(lng), y: to.y(lat) })),
  ]
  const first = spots.find(({ key }) => key === chosen) ?? spots[0]
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && picking) {
      onPick?.(null)
      return
    }
    if (event.key === '+' || event.key === '=') {
      setView(zoomed(view, 1.6, first))
      return
    }
    if (event.key === '-') {
      setView(zoomed(view, 1 / 1.6))
      return
    }
    if (!WAYS.includes(event.key) || !first) return
    event.preventDefault()
    const next = nextSpot(first, event.key as Way, spots)
    if (!next) return
    setView(broughtIn(view, next))
    svg.current?.querySelector<SVGGElement>(`[data-spot="${next.key}"]`)?.focus()
  }
  const spotProps = (key: string, says: string) => ({
    'data-spot': key,
    role: 'button',
    'aria-label': says,
    'aria-pressed': key === chosen,
    tabIndex: key === first?.key ? 0 : -1,
    onFocus: () => {
      if (!picking) onChoose(key)
    },
    onClick: () => {
      if (!picking && tapped()) onChoose(key)
    },
  })
  const text = 14 * unit * narrow
  const few = villages.length <= FAMILIAR || view.zoom >= 2.4
  const names = fitting(
    [
      ...drawnPlaces.map(({ name, tier, lng, lat }) => ({
        text: shortName(name, tier),
        x: to.x(lng),
        y: to.y(lat) - 11 * sign,
        place: true,
      })),
      ...(few
        ? [...villages]
            .sort((a, b) => Number(b.tone === 3) - Number(a.tone === 3) || b.people - a.people)
            .map(({ name, lng, lat, people }) => ({
              text: name,
              x: to.x(lng),
              y: to.y(lat) - radius(people, unit) - 3 * unit,
              place: false,
            }))
        : []),
    ],
    text,
  )
  const marks = contours.flatMap(({ minutes, lines }) => {
    const north = lines
      .flat()
      .reduce<readonly [number, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)
    return north ? [{ minutes, x: to.x(north[0]), y: Math.max(view.y + text, to.y(north[1]) - 3 * unit) }] : []
  })
  return (
    <figure ref={figure} className={css.map}>
      <div className={css.tools}>
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={w.zoomIn}
          onClick={() => setView(zoomed(view, 1.6, view.zoom === 1 && chosen ? first : middle(view)))}
        />
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={w.zoomOut}
          disabled={view.zoom === 1}
          onClick={() => setView(zoomed(view, 1 / 1.6))}
        />
        <Button
          size="small"
          icon={<AimOutlined />}
          aria-label={w.whole}
          disabled={view.zoom === 1}
          onClick={() => setView(WHOLE)}
        />
        {view.zoom > 1 && (
          <>
            <Button size="small" icon={<LeftOutlined />} aria-label={w.left} onClick={() => shift(-1, 0)} />
            <Button size="small" icon={<RightOutlined />} aria-label={w.right} onClick={() => shift(1, 0)} />
            <Button size="small" icon={<UpOutlined />} aria-label={w.up} onClick={() => shift(0, -1)} />
            <Button size="small" icon={<DownOutlined />} aria-label={w.down} onClick={() => shift(0, 1)} />
          </>
        )}
      </div>
      <svg
        ref={svg}
        viewBox={`${view.x} ${view.y} ${size.width} ${size.height}`}
        role="group"
        aria-label={w.mapLabel}
        className={`${picking ? css.picking : ''} ${view.zoom > 1 || dragged || chosen?.startsWith('p:') ? css.still : ''}`}
        {...handlers}
        onKeyDown={press}
        onClick={({ clientX, clientY }) => {
          if (picking && tapped()) {
            const { x, y } = spotOf({ x: clientX, y: clientY })
            onPick?.(to.spot(x, y))
          }
        }}
      >
        <g aria-hidden="true" className={css.contourLines}>
          {contours.map(({ minutes, lines }, level) => (
            <path
              key={minutes}
              className={css[`contour${level}`]}
              d={lines
                .map(
                  (line) => `M${line.map(([lng, lat]) => `${to.x(lng).toFixed(1)} ${to.y(lat).toFixed(1)}`).join('L')}`,
                )
                .join('')}
            />
          ))}
        </g>
        {villages.map(({ code, lng, lat, tone, people, says }) => {
          const [x, y, r] = [to.x(lng), to.y(lat), radius(people, unit)]
          return (
            <g
              key={code}
              className={`${css.spot} ${`v:${code}` === chosen ? css.chosen : ''}`}
              {...spotProps(`v:${code}`, says)}
            >
              <circle
                className={css.halo}
                cx={x}
                cy={y}
                r={Math.max(r + 4 * unit, 10 * unit)}
                strokeWidth={2.4 * unit}
              />
              <Dot x={x} y={y} r={r} tone={tone} />
            </g>
          )
        })}
        {drawnPlaces.map(({ id, name, tier, lng, lat, says, changed, fixed }) => {
          const at = dragged?.id === id && dragged.far ? dragged.at : { x: to.x(lng), y: to.y(lat) }
          const key = `p:${id}`
          return (
            <g
              key={id}
              className={`${css.spot} ${css.place} ${changed ? css.changed : ''} ${key === chosen ? css.chosen : ''}`}
              {...spotProps(key, says)}
              onPointerDown={(event) => {
                if (!fixed && onMove && !picking && (event.pointerType === 'mouse' || key === chosen)) {
                  event.currentTarget.focus()
                  carry(id)(event)
                }
              }}
            >
              <title>{name}</title>
              <circle className={css.halo} cx={at.x} cy={at.y} r={13 * sign} strokeWidth={2.4 * unit} />
              <path d={shapeOf(tier, at.x, at.y, 7 * sign)} strokeWidth={1.6 * unit} />
            </g>
          )
        })}
        <g aria-hidden="true" className={css.names} fontSize={text} strokeWidth={4 * unit * narrow}>
          {marks.map(({ minutes, x, y }) => (
            <text key={minutes} x={x} y={y} className={css.contourName}>
              {w.contours.mark(minutes)}
            </text>
          ))}
          {names.map((one) => (
            <text key={`${one.text} ${one.x}`} x={one.x} y={one.y} className={one.place ? css.placeName : undefined}>
              {one.text}
            </text>
          ))}
        </g>
      </svg>
      <figcaption className="soft">
        {picking ? (
          <b className={css.pickingText} role="status">
            {w.picking}
          </b>
        ) : mapNumber === null ? (
          w.noMap
        ) : (
          w.map(mapNumber)
        )}{' '}
        <span className="wide-only">{w.mapKeys}</span> {w.mapTouch}
      </figcaption>
    </figure>
  )
}
const radius = (people: number, unit: number): number => (4 + Math.min(5, Math.sqrt(people) / 16)) * unit
/** 中川镇公共法律服务工作站 is known by its town. */
const shortName = (name: string, tier: string): string =>
  tier === 'center' ? (w.tiers['center'] ?? '') : tier === 'kiosk' ? '' : name.replace(/公共法律服务.*$/, '')
