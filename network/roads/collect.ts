/** Gathers what a reader finds and turns it into road data: only roads, only the nodes they run through. */
import { isLngLat } from './road-data.ts'
import type { RoadData, RoadReading, Tags, Way } from './road-data.ts'

/** Tags of nodes that matter to somebody travelling. */
const TELLING = ['barrier', 'highway']

export class RoadCollector {
  private readonly ways: Way[] = []
  private readonly nodeTags = new Map<number, Tags>()
  private ids = new Float64Array(1 << 14)
  private lng = new Float64Array(1 << 14)
  private lat = new Float64Array(1 << 14)
  private count = 0
  private bad: string | undefined

  /** Degrees, WGS84. */
  addNode(id: number, lng: number, lat: number, tags?: Tags): void {
    if (!isLngLat(lng, lat)) this.bad ??= `${lng}, ${lat}`
    if (this.count === this.ids.length) this.grow()
    this.ids[this.count] = id
    this.lng[this.count] = lng
    this.lat[this.count] = lat
    this.count += 1
    if (tags !== undefined && TELLING.some((key) => key in tags)) this.nodeTags.set(id, tags)
  }

  addWay(nodes: readonly number[], tags: Tags): void {
    if (tags.highway !== undefined && nodes.length > 1) this.ways.push({ nodes, tags })
  }

  finish(): RoadReading {
    if (this.bad !== undefined) return { outcome: 'refused', fault: 'badCoordinates', detail: this.bad }
    if (this.ways.length === 0) return { outcome: 'refused', fault: 'noRoads', detail: '' }
    return { outcome: 'read', roads: this.usedOnly() }
  }

  private usedOnly(): RoadData {
    const used = Float64Array.from(new Set(this.ways.flatMap(({ nodes }) => nodes))).sort()
    const ids = this.ids.subarray(0, this.count)
    const order = Uint32Array.from(ids.keys())
    if (!rises(ids)) order.sort((a, b) => ids[a]! - ids[b]!)
    const kept: number[] = []
    for (let at = 0, want = 0; at < order.length && want < used.length; ) {
      const id = ids[order[at]!]!
      if (id < used[want]!) at += 1
      else {
        if (id === used[want]) kept.push(order[at]!)
        want += 1
      }
    }
    const pick = (from: Float64Array) => Float64Array.from(kept, (at) => from[at]!)
    const onRoads = pick(ids)
    const telling = new Set(onRoads)
    const nodeTags = new Map([...this.nodeTags].filter(([id]) => telling.has(id)))
    return { ids: onRoads, lng: pick(this.lng), lat: pick(this.lat), nodeTags, ways: this.ways }
  }

  private grow(): void {
    const longer = (list: Float64Array) => {
      const next = new Float64Array(list.length * 2)
      next.set(list)
      return next
    }
    this.ids = longer(this.ids)
    this.lng = longer(this.lng)
    this.lat = longer(this.lat)
  }
}

function rises(ids: Float64Array): boolean {
  for (let at = 1; at < ids.length; at += 1) if (ids[at]! < ids[at - 1]!) return false
  return true
}
