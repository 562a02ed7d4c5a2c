/** Bus lines as a district writes them down in a table: one line a stop, in the order of the ride; buses run both ways. */
import { toWgs84 } from '../geo/crs.ts'
import { positionIn } from '../import/cells.ts'
import { fault, type Fault, type Table } from '../import/table.ts'
import type { Neighbourhood } from '../import/positions.ts'
import { refusedBus, type BusLine, type BusReading, type BusStop } from './bus-data.ts'
import { assumedRide } from './osm-lines.ts'

export const BUS_HEADINGS = ['线路', '站名', '经度', '纬度', '坐标系', '几分钟一班', '从上一站开几分钟'] as const
const NEEDED = BUS_HEADINGS.slice(0, 6)
const SHOWN = 5

/** A headway stands at the first stop of a line; minutes from the stop before may be left out, then they are estimated. */
export function readBusTable({ headings, rows }: Table, neighbourhood: Neighbourhood): BusReading {
  const missing = NEEDED.filter((heading) => !headings.includes(heading))
  if (missing.length > 0) return refusedBus(`第一行少了这些列：${missing.join('、')}`)
  const faults: Fault[] = []
  const stops: BusStop[] = []
  const drawn = new Map<
    string,
    { stops: number[]; minutes: (number | undefined)[]; headway: number | undefined; line: number }
  >()
  for (const row of rows) {
    const name = row.cells['线路'] ?? ''
    if (name === '') {
      faults.push(fault(row.line, '线路', '没有填'))
      continue
    }
    const at = positionIn(row, neighbourhood, faults, true)
    const [every, ride] = (['几分钟一班', '从上一站开几分钟'] as const).map((heading) => {
      const text = row.cells[heading] ?? ''
      if (text === '') return undefined
      if (/^\d{1,3}(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
      faults.push(fault(row.line, heading, `“${text}”不是分钟数`))
      return undefined
    })
    if (!at) continue
    const line = drawn.get(name) ?? { stops: [], minutes: [], headway: undefined, line: row.line }
    line.stops.push(stops.push({ name: row.cells['站名'] ?? '', ...toWgs84(at) }) - 1)
    line.minutes.push(ride)
    line.headway ??= every
    drawn.set(name, line)
  }
  const lines = [...drawn].flatMap(([name, { stops: at, minutes, headway, line }]): BusLine[] => {
    if (headway === undefined) faults.push(fault(line, '几分钟一班', `${name}没有填。请写白天平均几分钟一班`))
    if (at.length < 2) faults.push(fault(line, '站名', `${name}只有一站`))
    if (headway === undefined || at.length < 2) return []
    const guessed = assumedRide(at.map((stop) => stops[stop]!))
    let sum = 0
    const seconds = at.map(
      (_, i) => (sum += i === 0 ? 0 : minutes[i] === undefined ? guessed[i]! - guessed[i - 1]! : minutes[i] * 60),
    )
    const whole = seconds.at(-1)!
    return [
      { name, stops: at, seconds, headwaySeconds: headway * 60 },
      {
        name,
        stops: [...at].reverse(),
        seconds: seconds.map((one) => whole - one).reverse(),
        headwaySeconds: headway * 60,
      },
    ]
  })
  if (faults.length > 0)
    return refusedBus(
      `${faults
        .sort((a, b) => a.line - b.line)
        .slice(0, SHOWN)
        .map((one) => `第 ${one.line} 行 ${one.column}：${one.says}`)
        .join('；')}${faults.length > SHOWN ? `；还有 ${faults.length - SHOWN} 处` : ''}`,
    )
  return lines.length === 0
    ? refusedBus('文件里只有表头，没有内容')
    : { outcome: 'read', bus: { stops, lines, assumed: false } }
}
