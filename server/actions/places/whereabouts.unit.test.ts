import { describe, expect, test } from 'vitest'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { whereaboutsOf } from './whereabouts.ts'

const place = (id: string, over: Partial<StoredPlace>): StoredPlace => ({
  id,
  code: id,
  name: id,
  kind: 'firm',
  parentId: null,
  address: null,
  phone: null,
  lon: null,
  lat: null,
  crs: null,
  approximate: false,
  public: true,
  hours: null,
  active: true,
  ...over,
})
const village = (code: string, name: string, townCode: string, lon: number): StoredVillage =>
  ({ code, name, townCode, lon, lat: 36.5, crs: 'WGS84' }) as StoredVillage
const places = [
  place('bureau', { kind: 'district' }),
  place('zc', { kind: 'station', code: '101', name: '中川镇公共法律服务工作站', lon: 103.66, lat: 36.55 }),
  place('qc', { kind: 'station', code: '102', name: '秦川镇工作站' }),
  place('office', { kind: 'office', parentId: 'zc', address: '芦井水村' }),
]
const villages = [
  village('1', '新村', '101', 103.1),
  village('2', '东新村', '101', 103.2),
  village('3', '新村', '102', 103.3),
  village('4', '芦井水村', '101', 103.4),
]
const of = (one: StoredPlace) => {
  const byId = new Map([...places, one].map((each) => [each.id, each]))
  return whereaboutsOf(one, { byId }, villages)
}

describe('where a place is', () => {
  test('its own position goes before anything', () => {
    expect(of(place('firm', { lon: 103.7, lat: 36.6, address: '中川镇新村' }))).toEqual({
      spot: { lng: 103.7, lat: 36.6 },
      town: '101',
    })
  })
  test('a firm is where its address says: the village of that town, the longer name first', () => {
    expect(of(place('firm', { parentId: 'bureau', address: '中川镇东新村 8 号' }))).toEqual({
      spot: { lng: 103.2, lat: 36.5 },
      town: '101',
    })
    expect(of(place('firm', { address: '秦川镇新村' }))).toEqual({ spot: { lng: 103.3, lat: 36.5 }, town: '102' })
  })
  test('what hangs under a station lies in its town', () => {
    expect(of(places[3]!)).toEqual({ spot: { lng: 103.4, lat: 36.5 }, town: '101' })
    expect(of({ ...places[3]!, managedBy: 'qc' })).toMatchObject({ town: '101' })
  })
  test('a town alone gives no spot, an address that names nothing gives nothing', () => {
    expect(of(place('jail', { kind: 'detentionCenter', address: '秦川镇' }))).toEqual({ town: '102' })
    expect(of(place('firm', { address: '兰州市城关区新村' }))).toEqual({})
    expect(of(place('firm', {}))).toEqual({})
  })
})
