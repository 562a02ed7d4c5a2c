import { Button } from 'antd'
import { AimOutlined, DownOutlined, LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined, UpOutlined } from '@ant-design/icons'
import { useRef, useState, type PointerEvent } from 'react'
import { words } from '../words/words.ts'
import css from './network.module.css'
import { HEIGHT, projection, WIDTH, type Spot } from './projection.ts'

const w = words.circle
export interface VillageMark extends Spot { code: string; name: string; tone: 0 | 1 | 2 | 3 | 'covered' | 'uncovered'; people: number }
export interface PlaceMark extends Spot { id: string; name: string; tier: string; moved?: boolean }
interface Props { villages: readonly VillageMark[]; places: readonly PlaceMark[]; chosen: string | null; onChoose: (code: string) => void; mapNumber: string | null; picking: boolean; onPick: (spot: Spot) => void; onMove: (id: string, spot: Spot) => void }

const STEP = 0.25
/** A drawing of the district: villages by tone, places by shape. The tables beside it say the same. */
export function NetworkMap({ villages, places, chosen, onChoose, mapNumber, picking, onPick, onMove }: Props) {
  const [view, setView] = useState({ x: 0, y: 0, zoom: 1 })
  const [dragging, setDragging] = useState<{ id: string; x: number; y: number } | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const to = projection([...villages, ...places])
  const size = { width: WIDTH / view.zoom, height: HEIGHT / view.zoom }
  const shift = (dx: number, dy: number) => setView({ ...view, x: view.x + dx * size.width * STEP, y: view.y + dy * size.height * STEP })
  const zoom = (factor: number) => {
    const next = Math.min(8, Math.max(1, view.zoom * factor))
    setView(next === 1 ? { x: 0, y: 0, zoom: 1 } : { zoom: next, x: view.x + (size.width - WIDTH / next) / 2, y: view.y + (size.height - HEIGHT / next) / 2 })
  }
  const at = (event: PointerEvent | { clientX: number; clientY: number }) => {
    const box = svg.current!.getBoundingClientRect()
    return { x: view.x + ((event.clientX - box.left) / box.width) * size.width, y: view.y + ((event.clientY - box.top) / box.height) * size.height }
  }
  const unit = 1 / Math.sqrt(view.zoom)
  return (
    <figure className={css.map}>
      <div className={css.tools}>
        <Button size="small" icon={<PlusOutlined />} aria-label={w.zoomIn} onClick={() => zoom(1.6)} /><Button size="small" icon={<MinusOutlined />} aria-label={w.zoomOut} onClick={() => zoom(1 / 1.6)} /><Button size="small" icon={<AimOutlined />} aria-label={w.whole} onClick={() => setView({ x: 0, y: 0, zoom: 1 })} />
        {view.zoom > 1 && <><Button size="small" icon={<LeftOutlined />} aria-label={w.left} onClick={() => shift(-1, 0)} /><Button size="small" icon={<RightOutlined />} aria-label={w.right} onClick={() => shift(1, 0)} /><Button size="small" icon={<UpOutlined />} aria-label={w.up} onClick={() => shift(0, -1)} /><Button size="small" icon={<DownOutlined />} aria-label={w.down} onClick={() => shift(0, 1)} /></>}
      </div>
      <svg ref={svg} viewBox={`${view.x} ${view.y} ${size.width} ${size.height}`} role="img" aria-label={w.mapLabel} className={picking ? css.picking : undefined}
        onClick={(event) => { if (picking) { const { x, y } = at(event); onPick(to.spot(x, y)) } }}
        onPointerMove={(event) => { if (dragging) setDragging({ ...dragging, ...at(event) }) }}
        onPointerUp={() => { if (dragging) { onMove(dragging.id, to.spot(dragging.x, dragging.y)); setDragging(null) } }}>
        {villages.map(({ code, lng, lat, tone, people }) => {
          const [x, y, r] = [to.x(lng), to.y(lat), (5 + Math.min(6, Math.sqrt(people) / 14)) * unit]
          return (
            <g key={code} className={`${css.village} ${css[`tone-${tone}`] ?? ''} ${code === chosen ? css.chosen : ''}`} onClick={() => { if (!picking) onChoose(code) }}>
              <circle cx={x} cy={y} r={r} />
              {(tone === 'uncovered' || tone === 3) && <path d={`M${x - r / 2} ${y - r / 2}L${x + r / 2} ${y + r / 2}M${x + r / 2} ${y - r / 2}L${x - r / 2} ${y + r / 2}`} strokeWidth={1.6 * unit} />}
            </g>
          )
        })}
        {places.filter(({ tier }) => tier !== 'office').map((place) => {
          const drawn = dragging?.id === place.id ? dragging : { x: to.x(place.lng), y: to.y(place.lat) }
          return <path key={place.id} className={`${css.place} ${place.moved ? css.moved : ''}`} d={shapeOf(place.tier, drawn.x, drawn.y, 8 * unit)} strokeWidth={1.5 * unit} onPointerDown={(event) => { event.preventDefault(); event.currentTarget.setPointerCapture?.(event.pointerId); setDragging({ id: place.id, ...at(event) }) }}><title>{place.name}</title></path>
        })}
      </svg>
      <figcaption className="soft">{picking ? <b>{w.picking}</b> : mapNumber === null ? w.noMap : w.map(mapNumber)}</figcaption>
    </figure>
  )
}

/** Centre a star, station a square, terminal a triangle, others a diamond. */
export function shapeOf(tier: string, x: number, y: number, r: number): string {
  switch (tier) {
    case 'center': return `M${Array.from({ length: 10 }, (_, i) => { const [angle, far] = [(i * Math.PI) / 5, i % 2 === 0 ? r * 1.5 : r * 0.65]; return `${x + far * Math.sin(angle)} ${y - far * Math.cos(angle)}` }).join('L')}Z`
    case 'station': return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`
    case 'kiosk': return `M${x} ${y - r}L${x + r} ${y + r}H${x - r}Z`
    default: return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`
  }
}
