import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { savePlace as saveRoute } from '@fatong/contract/desk/administration.ts'
import type { BodyOf } from '@fatong/contract/route.ts'
import { inSystem } from '@fatong/network/geo/crs.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { place } from '../../db/schema/places.ts'
import type { StaffCaller } from '../caller.ts'
import { staffWith } from '../testing/signed-in.ts'
import { input, testParts, type TestParts } from '../testing/test-parts.ts'
import { places, savePlace } from './places.ts'

let parts: TestParts
let admin: StaffCaller
beforeAll(async () => {
  parts = await testParts()
  admin = await staffWith(parts, 'administrator', parts.places.district)
})
afterAll(() => parts.close())

type Body = BodyOf<typeof saveRoute>
const body: Body = {
  code: '620171101201',
  name: '红星村工作室',
  kind: 'office',
  parentId: null,
  address: '红星村',
  phone: null,
  lon: 103.61,
  lat: 36.55,
  crs: 'GCJ02',
  approximate: true,
  public: true,
  hours: null,
  active: true,
}
const save = (id: string, more: Partial<Body> = {}) =>
  savePlace(parts, admin, input({ params: { id }, body: { ...body, ...more } }))
const listed = async (id: string) => {
  const all = await places(parts, admin)
  return all.ok ? all.value.items.find((one) => one.id === id) : undefined
}

describe('places', () => {
  it('are added and changed', async () => {
    const id = randomUUID()
    expect(await save(id, { parentId: parts.places.town })).toMatchObject({
      ok: true,
      value: { id, name: '红星村工作室', crs: 'GCJ02' },
    })
    expect(await save(id, { parentId: parts.places.town, name: '红星村法律服务室' })).toMatchObject({ ok: true })
    expect(await listed(id)).toMatchObject({ name: '红星村法律服务室' })
  })
  it.each<[string, Partial<Body>, string]>([
    ['a code that is taken', { code: 'center' }, 'code'],
    ['an unknown parent', { parentId: '00000000-0000-4000-8000-000000000000' }, 'parentId'],
    ['half a position', { lat: null }, 'lon'],
    ['a position of nobody knows what system', { crs: null }, 'crs'],
    [
      'hours that overlap',
      {
        hours: [
          [
            { open: 540, close: 720 },
            { open: 700, close: 900 },
          ],
          [],
          [],
          [],
          [],
          [],
          [],
        ],
      },
      'hours',
    ],
  ])('with %s are not', async (_name, wrong, field) => {
    expect(await save(randomUUID(), { code: 'fresh', ...wrong })).toMatchObject({
      error: 'malformed',
      fields: { [field]: expect.any(String) as string },
    })
  })
  it('never lie below themselves', async () => {
    const center = { code: 'center', name: '中心', kind: 'center' as const, parentId: parts.places.town }
    expect(await save(parts.places.center, center)).toMatchObject({
      error: 'malformed',
      fields: { parentId: expect.any(String) as string },
    })
  })
})

describe('the position of a place', () => {
  const id = randomUUID()
  const at = { code: 'where', crs: 'WGS84' as const, lon: 103.66, lat: 36.55, approximate: false }
  beforeAll(async () => {
    expect(await save(id, at)).toMatchObject({ ok: true })
  })
  const told = async (more: Partial<Body>) => {
    const outcome = await save(id, { ...at, ...more })
    return outcome.ok ? 'saved' : 'fields' in outcome ? outcome.fields : outcome.error
  }
  it.each<[string, Partial<Body>, RegExp]>([
    ['swapped degrees', { lon: 36.55, lat: 103.66 }, /^经度和纬度写反了.*请把两个对调$/],
    ['abroad', { lon: 13.4, lat: 52.5 }, /不在国内/],
    ['another province', { lon: 116.4, lat: 39.9 }, /^离本区最近的点还有 1\d{3} 公里/],
  ])('with %s is refused, whatever is confirmed', async (_name, wrong, says) => {
    expect(await told(wrong)).toEqual({ lon: expect.stringMatching(says) as string })
    expect(await told({ ...wrong, confirmMove: true })).toEqual({ lon: expect.stringMatching(says) as string })
    expect(await listed(id)).toMatchObject({ lon: 103.66, lat: 36.55 })
  })
  it('is not measured from where the place itself was wrongly put', async () => {
    const alone = randomUUID()
    await withAccess(parts.database, SYSTEM, ({ orm }) =>
      orm
        .insert(place)
        .values({ id: alone, code: 'astray', name: 'x', kind: 'office', lon: 116.4, lat: 39.9, crs: 'WGS84' }),
    )
    expect(await save(alone, { ...at, code: 'astray', lon: 116.41, lat: 39.9 })).toMatchObject({
      fields: { lon: expect.stringContaining('公里') as string },
    })
    expect(await save(alone, { ...at, code: 'astray', confirmMove: true })).toMatchObject({ ok: true })
  })
  it.each([
    ['GCJ02', /写的是 WGS84（GPS），其实像 GCJ-02（高德、腾讯）/],
    ['BD09', /写的是 WGS84（GPS），其实像 BD-09（百度）/],
  ] as const)(
    'in numbers of %s under the name of WGS84 is held up, and let through once confirmed',
    async (crs, says) => {
      const { lng, lat } = inSystem({ lng: at.lon, lat: at.lat, crs: 'WGS84' }, crs)
      expect(await told({ lon: lng, lat })).toEqual({ confirmMove: expect.stringMatching(says) as string })
      expect(await told({ lon: lng, lat, crs })).toBe('saved')
      expect(await told({ ...at, confirmMove: true })).toBe('saved')
      expect(await told({ lon: lng, lat, confirmMove: true })).toBe('saved')
      expect(await told({ ...at, confirmMove: true })).toBe('saved')
    },
  )
  it('that jumps is held up; what stays as it was is not looked at again', async () => {
    expect(await told({ lat: 36.05 })).toEqual({ confirmMove: expect.stringMatching(/有 56 公里/) as string })
    expect(await told({ lat: 36.05, confirmMove: true })).toBe('saved')
    expect(await told({ lat: 36.05, phone: '0931-1' })).toBe('saved')
    expect(await listed(id)).toMatchObject({ lat: 36.05, phone: '0931-1' })
  })
  it('is shown with its system however that was written before, and with none where it says nothing', async () => {
    const spellings: [string | null, number | null, string | null][] = [
      ['gcj-02', 103.6, 'GCJ02'],
      ['WGS-84', 103.6, 'WGS84'],
      ['百度坐标', 103.6, 'BD09'],
      [null, 103.6, 'WGS84'],
      ['本地坐标', 103.6, null],
      [null, null, null],
    ]
    for (const [crs, lon, shown] of spellings) {
      const odd = randomUUID()
      await withAccess(parts.database, SYSTEM, ({ orm }) =>
        orm.insert(place).values({ id: odd, code: odd, name: 'x', kind: 'office', lon, lat: lon && 36.5, crs }),
      )
      expect((await listed(odd))?.crs, String(crs)).toBe(shown)
    }
  })
})
