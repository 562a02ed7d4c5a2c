import { instant } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { newRoom, videoRoom } from './video-room.ts'

const MINUTE = 60_000
const [from, to] = [instant(1_000 * MINUTE), instant(1_030 * MINUTE)]
const at = (minute: number, over: { template?: string; typed?: string } = {}) =>
  videoRoom({ clock: { now: () => instant(minute * MINUTE) }, config: { videoRoomUrl: over.template } } as never, {
    room: 'r00m',
    typed: over.typed ?? null,
    from,
    to,
  })
const TEMPLATE = 'https://meet.example/fatong-{room}'

describe('the way into a talk by video', () => {
  it('is given out from a quarter of an hour before to an hour after, and at no other time', () => {
    expect([984, 985, 1_030, 1_090, 1_091].map((minute) => at(minute, { template: TEMPLATE }).url)).toEqual([
      null,
      'https://meet.example/fatong-r00m',
      'https://meet.example/fatong-r00m',
      'https://meet.example/fatong-r00m',
      null,
    ])
    expect([984, 985, 1_091].map((minute) => at(minute, { template: TEMPLATE }).state)).toEqual([
      'early',
      'open',
      'over',
    ])
  })
  it('is what somebody typed, before the rooms of the district', () => {
    expect(at(1_000, { template: TEMPLATE, typed: 'https://other.example/1' })).toMatchObject({
      url: 'https://other.example/1',
      own: true,
      typed: true,
    })
  })
  it('is not there where nothing is set up and nothing typed: the telephone remains', () => {
    expect(at(1_000)).toMatchObject({ state: 'none', url: null, own: false, typed: false })
    expect(at(2_000).state).toBe('over')
  })
  it('has a name nobody guesses', () => {
    const names = Array.from({ length: 200 }, newRoom)
    expect(new Set(names).size).toBe(200)
    expect(names.every((name) => /^[0-9a-f]{32}$/.test(name))).toBe(true)
  })
})
