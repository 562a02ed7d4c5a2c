import type { LngLat } from '@fatong/network/geo/position.ts'

export interface DrawnVillage extends LngLat {
  people: number
  halfHours: number
}
/** `mark`: as it is, tried anew or changed, or closed by what is tried. */
export interface DrawnPlace extends LngLat {
  name: string
  tier: string
  mark: 'as is' | 'changed' | 'closed'
}

const [WIDTH, HEIGHT, EDGE] = [720, 520, 30]
/** Half-hours of a week: evenings or weekends as well, about office hours, less, none. Dark is well served, so that it reads in grey too. */
const TONES = [
  [120, '#1f6f54', '60 小时以上'],
  [60, '#7fb59f', '30 到 60 小时'],
  [1, '#d9e8e1', '不到 30 小时'],
  [0, '#ffffff', '整周没人办'],
] as const
const MARKS = { 'as is': ['#24405c', 5], changed: ['#b4471f', 8], closed: ['#999999', 5] } as const
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A drawing of the district without boundaries: villages by hours of help, places, and what is tried in another colour. */
export function planDrawing(villages: readonly DrawnVillage[], places: readonly DrawnPlace[]): string {
  const lngs = villages.map(({ lng }) => lng),
    lats = villages.map(({ lat }) => lat)
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (WIDTH - 2 * EDGE) / Math.max((east - west) * narrow, 1e-4),
    (HEIGHT - 2 * EDGE - 40) / Math.max(north - south, 1e-4),
  )
  const [left, top] = [(WIDTH - (east - west) * narrow * scale) / 2, (HEIGHT - 40 - (north - south) * scale) / 2]
  const at = ({ lng, lat }: LngLat) => ({
    x: Math.round((left + (lng - west) * narrow * scale) * 10) / 10,
    y: Math.round((top + (north - lat) * scale) * 10) / 10,
  })
  const said = (x: number, y: number, text: string, color = '#222222') =>
    `<text x="${x}" y="${y}" font-size="11" fill="${color}">${escaped(text)}</text>`
  const dots = villages.map((one) => {
    const { x, y } = at(one)
    return `<circle cx="${x}" cy="${y}" r="${(3 + Math.min(6, Math.sqrt(one.people) / 12)).toFixed(1)}" fill="${TONES.find(([least]) => one.halfHours >= least)![1]}" stroke="#4d6b60" stroke-width="0.8"/>`
  })
  const signs = places.map((one) => {
    const { x, y } = at(one)
    const [color, r] = MARKS[one.mark]
    const cross =
      one.mark === 'closed'
        ? `<path d="M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}" stroke="${color}" stroke-width="2"/>`
        : `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" fill="${color}" stroke="#ffffff" stroke-width="1"/>`
    return (
      cross +
      (one.mark === 'as is'
        ? ''
        : `<text x="${x + r + 3}" y="${y + 4}" font-size="11" fill="#ffffff" stroke="#ffffff" stroke-width="3">${escaped(one.name)}</text>${said(x + r + 3, y + 4, one.name, color)}`)
    )
  })
  const legend = TONES.map(
    ([, color, words], i) =>
      `<circle cx="${EDGE + i * 118}" cy="${HEIGHT - 14}" r="6" fill="${color}" stroke="#4d6b60"/>${said(EDGE + 10 + i * 118, HEIGHT - 10, words)}`,
  )
  const keys = [
    ['as is', '服务点'],
    ['changed', '改动的点'],
    ['closed', '关掉的点'],
  ] as const
  const more = keys.map(([mark, words], i) => {
    const x = EDGE + 480 + i * 74
    return `<rect x="${x}" y="${HEIGHT - 19}" width="10" height="10" fill="${MARKS[mark][0]}"/>${said(x + 14, HEIGHT - 10, words)}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" fill="#fbfbf8" stroke="#c9cfc9"/>${[...dots, ...signs, ...legend, ...more].join('')}</svg>`
}
