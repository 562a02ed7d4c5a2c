/** Reads what the Overpass API answers to `out body; >; out skel;` or to `out geom;`, as JSON. */
import { RoadCollector } from './collect.ts'
import type { RoadReading, Tags } from './road-data.ts'

interface Element {
  type?: unknown
  id?: unknown
  lat?: unknown
  lon?: unknown
  tags?: unknown
  nodes?: unknown
  geometry?: unknown
}

/** `answer` is the parsed JSON. */
export function readOverpass(answer: unknown): RoadReading {
  const listed = (answer as { elements?: unknown } | null)?.elements
  if (!Array.isArray(listed)) return { outcome: 'refused', fault: 'notThisFormat', detail: 'elements' }
  const elements = listed.filter((one): one is Element => typeof one === 'object' && one !== null)
  const collector = new RoadCollector()
  const known = new Set<number>()
  const add = (id: number, lng: unknown, lat: unknown, tags?: Tags) => {
    if (known.has(id)) return
    known.add(id)
    collector.addNode(id, Number(lng), Number(lat), tags)
  }
  // Nodes first: where a way brings its geometry along as well, the node itself knows about its barrier.
  for (const one of elements) if (one.type === 'node') add(Number(one.id), one.lon, one.lat, tagsOf(one))
  for (const one of elements) {
    if (one.type !== 'way' || !Array.isArray(one.nodes)) continue
    const nodes = one.nodes.map(Number)
    if (Array.isArray(one.geometry)) {
      one.geometry.forEach((point: { lat?: unknown; lon?: unknown } | null | undefined, at) => {
        if (point && nodes[at] !== undefined) add(nodes[at], point.lon, point.lat)
      })
    }
    collector.addWay(nodes, tagsOf(one))
  }
  return collector.finish()
}

/** Tags are words; what is none is left out. */
const tagsOf = ({ tags }: Element): Tags =>
  Object.fromEntries(Object.entries(tags ?? {}).filter((one): one is [string, string] => typeof one[1] === 'string'))
