import { afterAll, expect, test } from 'vitest'
import { servicePoints } from '../places/service-points.ts'
import { nearPoints } from './find-points.ts'
import { readSlots } from './slots.ts'
import { must, sampleInMemory } from './testing/sample-in-memory.ts'

const { parts, close } = sampleInMemory()
afterAll(close)
const NOBODY = { kind: 'anonymous', ip: '', userAgent: '' } as const
const near = async (query: object, of = parts) =>
  must(await nearPoints(of, NOBODY, { params: {}, body: {}, query: { travel: 'ebike', ...query } } as never))

test('where a prison or a detention centre lies stands in no answer to the public, not even of one that was marked as public', async () => {
  const hidden = (await parts.stores.places.all()).filter(({ kind }) => kind === 'prison' || kind === 'detentionCenter')
  expect(hidden.length).toBeGreaterThan(1)
  for (const place of hidden)
    Object.assign(place, { public: true, active: true, lon: 103.123456, lat: 36.123456, crs: 'WGS84' })
  const [found, listed] = [await near({ lng: 103.12, lat: 36.12 }), must(await servicePoints(parts))]
  expect(JSON.stringify([found, listed])).not.toMatch(/103\.1234|36\.1234/)
  for (const { id } of hidden) {
    expect(found.items.some((one) => one.id === id)).toBe(false)
    expect(
      await readSlots(parts, NOBODY, { params: { id }, query: { service: 'consultation' }, body: {} } as never),
    ).toMatchObject({ error: 'notFound' })
  }
})
test('an audit number is told where the district has one, and none is made up', async () => {
  expect((await near({})).mapNumber).toBeNull()
  expect((await near({}, { ...parts, config: { ...parts.config, mapNumber: '甘S(2026)001号' } })).mapNumber).toBe(
    '甘S(2026)001号',
  )
})
