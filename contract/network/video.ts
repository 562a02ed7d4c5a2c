import { z } from 'zod'
import { InstantMs } from '../values.ts'

/** `none`: nobody has set up or typed an address, so the telephone remains; the address itself is there only while the door is open. */
export const VideoRoom = z.object({
  state: z.enum(['none', 'early', 'open', 'over']),
  url: z.string().nullable(),
  opensAt: InstantMs,
  closesAt: InstantMs,
  /** the district has rooms of its own (VIDEO_ROOM_URL) */
  own: z.boolean(),
  typed: z.boolean(),
})
export type VideoRoom = z.infer<typeof VideoRoom>
export const VideoUrl = z.url({ protocol: /^https$/, error: '视频地址要以 https:// 开头' }).max(300)
