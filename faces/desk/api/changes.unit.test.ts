import { expect, it } from 'vitest'
import { readEvents } from './changes.ts'

it('reads whole events and keeps the part that has not arrived', () => {
  const { events, rest } = readEvents('event: ping\ndata: {}\n\nevent: case\r\ndata: {"id":"1"}\r\n\r\nevent: ca')
  expect(events).toEqual([
    { event: 'ping', data: '{}' },
    { event: 'case', data: '{"id":"1"}' },
  ])
  expect(rest).toBe('event: ca')
})
