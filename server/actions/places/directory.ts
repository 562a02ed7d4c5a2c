import type { PlaceKind } from '@fatong/casework/vocabulary.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { CASEWORK_SETTING, readCasework } from '../administration/settings.ts'
import type { Parts } from '../parts.ts'
import { above, belongsTo } from './above.ts'

/** All places of the district and how they hang together; small, so it is held in memory for some seconds. */
export interface Directory {
  byId: ReadonlyMap<string, StoredPlace>
  district: StoredPlace
  center: StoredPlace
  /** 机关代字, such as 兰新法援 */
  agencyShort: string
  /** ids of the place and of all that reach it, itself first; who manages comes before what it belongs to (树屏镇 belongs to 永登), and the code's prefix says nothing */
  upwards(placeId: string): readonly string[]
}

const HELD_MS = 5_000
const held = new WeakMap<object, { at: number; directory: Promise<Directory> }>()

export function directory(parts: Parts): Promise<Directory> {
  const now = parts.clock.now()
  const known = held.get(parts.database)
  if (known && Math.abs(now - known.at) < HELD_MS) return known.directory
  const fresh = readDirectory(parts)
  held.set(parts.database, { at: now, directory: fresh })
  fresh.catch(() => held.delete(parts.database))
  return fresh
}
/** After an administrator changed a place. */
export const forgetDirectory = (parts: Parts): boolean => held.delete(parts.database)

async function readDirectory(parts: Parts): Promise<Directory> {
  const [places, agencyShort] = await Promise.all([parts.stores.places.all(), agencyShortOf(parts)])
  const byId = new Map(places.map((place) => [place.id, place]))
  const first = (kind: PlaceKind, among: readonly StoredPlace[]): StoredPlace => {
    const found = among.find((place) => place.kind === kind)
    if (!found) throw new Error(`the district has no place of kind ${kind}`)
    return found
  }
  const center = first('center', places)
  // The bureau of a neighbour may stand here too, because something of it is managed from here: ours is the one with the centre.
  const own = belongsTo(byId, center.id).flatMap((id) => byId.get(id) ?? [])
  const district = first('district', [...own, ...places])
  const paths = new Map<string, string[]>()
  const upwards = (id: string): string[] => {
    let path = paths.get(id)
    if (!path) {
      path = above(byId, id)
      paths.set(id, path)
    }
    return path
  }
  return { byId, district, center, agencyShort, upwards }
}

async function agencyShortOf(parts: Parts): Promise<string> {
  return readCasework(await parts.stores.lawSettings.setting(CASEWORK_SETTING)).agencyShort
}
