import type { PlaceKind } from '@fatong/casework/vocabulary.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { CASEWORK_SETTING, readCasework } from '../administration/settings.ts'
import type { Parts } from '../parts.ts'

/** All places of the district and how they hang together; small, so it is held in memory for some seconds. */
export interface Directory {
  byId: ReadonlyMap<string, StoredPlace>
  district: StoredPlace
  center: StoredPlace
  /** 机关代字, such as 兰新法援 */
  agencyShort: string
  /** ids from the place up to the root, itself first; the tree says who manages, which the code's prefix does not (树屏镇 lies in 永登) */
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
  const only = (kind: PlaceKind): StoredPlace => {
    const found = places.find((place) => place.kind === kind)
    if (!found) throw new Error(`the district has no place of kind ${kind}`)
    return found
  }
  const paths = new Map<string, string[]>()
  const upwards = (id: string): string[] => {
    let path = paths.get(id)
    if (!path) {
      path = []
      for (let at: string | null = id; at && !path.includes(at); ) {
        path.push(at)
        const place: StoredPlace | undefined = byId.get(at)
        at = place?.parentId ?? null
      }
      paths.set(id, path)
    }
    return path
  }
  return { byId, district: only('district'), center: only('center'), agencyShort, upwards }
}

async function agencyShortOf(parts: Parts): Promise<string> {
  return readCasework(await parts.stores.lawSettings.setting(CASEWORK_SETTING)).agencyShort
}
