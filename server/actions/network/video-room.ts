import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { VideoRoom } from '@fatong/contract/network/video.ts'
import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import type { Parts } from '../parts.ts'

const MINUTE = 60_000
/** The door opens a little before, and stays open a while: people are late, and talks are long. */
const BEFORE = 15 * MINUTE
const AFTER = 60 * MINUTE

/** A name nobody guesses: 122 random bits. */
export const newRoom = (): string => randomUUID().replaceAll('-', '')

interface Meeting {
  room: string
  /** typed by somebody, in place of the district's own */
  typed: string | null
  from: Instant
  to: Instant
}

/** Where the two sides meet by video. The address is given out only around the time itself; whoever may read this is one of the two. */
export function videoRoom({ config, clock }: Parts, { room, typed, from, to }: Meeting): z.infer<typeof VideoRoom> {
  const [opensAt, closesAt] = [instant(from - BEFORE), instant(to + AFTER)]
  const now = clock.now()
  const state = now < opensAt ? ('early' as const) : now > closesAt ? ('over' as const) : ('open' as const)
  const address = typed ?? (config.videoRoomUrl === undefined ? null : config.videoRoomUrl.replace('{room}', room))
  return {
    state: address === null && state !== 'over' ? 'none' : state,
    url: state === 'open' ? address : null,
    opensAt,
    closesAt,
    own: config.videoRoomUrl !== undefined,
    typed: typed !== null,
  }
}
