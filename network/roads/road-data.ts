/** Roads as a map draws them, in the terms of OpenStreetMap whatever file they came from: ways through nodes, with tags. */

export type Tags = Readonly<Record<string, string>>

export interface Way {
  /** Ids of the nodes it runs through, in its direction. */
  nodes: readonly number[]
  tags: Tags
}

/** WGS84 degrees by place in the lists; `ids` rise, so that a node is found by halving. */
export interface RoadData {
  ids: Float64Array
  lng: Float64Array
  lat: Float64Array
  /** Only of nodes that change how one passes: barriers, traffic signals, crossings. By id. */
  nodeTags: ReadonlyMap<number, Tags>
  /** Only ways that somebody can travel on. */
  ways: readonly Way[]
}

export const ROAD_FILE_FAULTS = [
  'notThisFormat',
  'cutOff',
  'unknownCompression',
  'unknownFeature',
  'noRoads',
  'badCoordinates',
] as const
export type RoadFileFault = (typeof ROAD_FILE_FAULTS)[number]

/** A file that cannot be read is refused whole; `detail` is what the file says at that point. */
export type RoadReading =
  | { outcome: 'read'; roads: RoadData }
  | { outcome: 'refused'; fault: RoadFileFault; detail: string }

/** For the operator's screen. */
export const FAULT_WORDS: Record<RoadFileFault, string> = {
  notThisFormat: '这不是能认出的道路文件。请用 .osm.pbf、Overpass 的 JSON 或 GeoJSON 线数据。',
  cutOff: '文件不完整，可能没有下载完。请重新下载后再导入。',
  unknownCompression: '文件用了不支持的压缩方式。请导出成普通的 .osm.pbf。',
  unknownFeature: '文件里有读不懂的必读内容（例如历史版本数据）。请用普通的地图导出。',
  noRoads: '文件里没有道路。',
  badCoordinates: '有的坐标不是经纬度。经度应在 -180 到 180 之间，纬度应在 -90 到 90 之间。',
}

/** Place of a node in the lists of `roads`, -1 when the file lacks it (cut at the border of an extract). */
export function placeOf(ids: Float64Array, id: number): number {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ids[middle]!
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

const isDegree = (value: number, most: number): boolean => Number.isFinite(value) && Math.abs(value) <= most
export const isLngLat = (lng: number, lat: number): boolean => isDegree(lng, 180) && isDegree(lat, 90)
