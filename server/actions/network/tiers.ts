import type { PlaceKind } from '@fatong/casework/vocabulary.ts'
import { parseCrs, toWgs84 } from '@fatong/network/geo/crs.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { SERVICE_NAMES, type Service, type Tier } from '@fatong/network/coverage/vocabulary.ts'
import type { StoredPlace } from '../../db/stores/places.ts'

/** A bureau decides and supervises; workstations behind walls serve those inside only. Neither is somewhere to go. */
const TIER: Partial<Record<PlaceKind, Tier>> = {
  center: 'center',
  station: 'station',
  office: 'office',
  kiosk: 'kiosk',
  procuratorate: 'workstation',
  detentionCenter: 'workstation',
  prison: 'workstation',
  mediation: 'partner',
  firm: 'partner',
  grassrootsOffice: 'partner',
  laborInspection: 'partner',
  laborArbitration: 'partner',
  court: 'partner',
}
export const tierOf = (kind: PlaceKind): Tier | undefined => TIER[kind]

/** What is usual where nobody said otherwise (rule book 8.1). */
const USUAL: Partial<Record<PlaceKind, readonly Service[]>> = {
  center: SERVICE_NAMES,
  station: ['consultation', 'intake', 'drafting', 'mediation', 'leaflets'],
  office: ['consultation', 'remote', 'leaflets'],
  kiosk: ['consultation', 'remote', 'leaflets'],
  mediation: ['mediation'],
  grassrootsOffice: ['consultation', 'drafting'],
  firm: ['consultation'],
  procuratorate: ['consultation', 'intake'],
  detentionCenter: ['consultation', 'intake'],
  prison: ['consultation', 'intake'],
}
export function servicesOf({ kind, services }: Pick<StoredPlace, 'kind' | 'services'>): readonly Service[] {
  return Array.isArray(services) ? SERVICE_NAMES.filter((name) => services.includes(name)) : (USUAL[kind] ?? [])
}

/** In WGS84; undefined where nobody entered a position. */
export function positionOf({ lon, lat, crs }: Pick<StoredPlace, 'lon' | 'lat' | 'crs'>): LngLat | undefined {
  if (lon === null || lat === null) return undefined
  return toWgs84({ lng: lon, lat, crs: parseCrs(crs ?? 'WGS84') ?? 'WGS84' })
}

/** Where a prison or a detention centre lies is not told to the public (network, places). */
export const isHidden = (kind: PlaceKind): boolean => kind === 'prison' || kind === 'detentionCenter'
