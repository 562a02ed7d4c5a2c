import { z } from 'zod'
import { route } from '../route.ts'
import { Day, InstantMs, Uuid, text } from '../values.ts'
import { ServiceCode } from './shapes.ts'
import { VideoRoom, VideoUrl } from './video.ts'

export const AppointmentState = z.enum(['booked', 'cancelled', 'came', 'missed'])
/** Why nobody receives a visitor who has booked: the place is closed then, nobody comes to it, or fewer come than were booked. */
export const UnmetWhy = z.enum(['closed', 'nobody', 'crowded'])
export type UnmetWhy = z.infer<typeof UnmetWhy>
export const AppointmentView = z.object({
  id: z.string(),
  number: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  day: Day,
  from: z.number(),
  to: z.number(),
  whenText: z.string(),
  service: ServiceCode,
  state: AppointmentState,
  cancelledBy: z.enum(['citizen', 'staff']).nullable(),
  reason: z.string().nullable(),
  note: z.string(),
  at: InstantMs,
  /** when a reminder goes out; null where it is too near for one, done, or off */
  remindAt: InstantMs.nullable(),
  /** null while somebody receives the visitor, and of what is over */
  unmet: UnmetWhy.nullable(),
  /** whom the visitor can ring about that; null while somebody receives them */
  unmetPhone: z.string().nullable(),
  /** of a remote appointment; null for all others */
  video: VideoRoom.nullable(),
})
export type AppointmentView = z.infer<typeof AppointmentView>
const id = z.object({ id: Uuid })

export const bookAppointment = route('POST', '/citizen/appointments', 'citizen', '预约到访', {
  body: z.object({
    placeId: Uuid,
    day: Day,
    from: z.number().int().min(0).max(1440),
    service: ServiceCode,
    note: text(200, '要问的事').default(''),
  }),
  reply: AppointmentView,
  idempotent: true,
})
export const myAppointments = route('GET', '/citizen/appointments', 'citizen', '我的预约', {
  reply: z.object({ items: z.array(AppointmentView) }),
})
export const cancelAppointment = route('POST', '/citizen/appointments/:id/cancel', 'citizen', '取消预约', {
  params: id,
  reply: AppointmentView,
})

/** Who comes: name and phone for those who receive them, written in the access log. */
export const VisitorLine = AppointmentView.extend({ visitor: z.string(), visitorPhone: z.string().nullable() })
export const deskAppointments = route('GET', '/desk/appointments', 'staff', '谁约了什么时候来', {
  query: z.object({ day: Day.optional(), days: z.coerce.number().int().min(1).max(31).default(7) }),
  reply: z.object({
    from: Day,
    items: z.array(VisitorLine),
    /** of all days to come: whom nobody receives */ unmet: z.array(VisitorLine),
  }),
})
/** Where else and when a visitor could come. */
export const appointmentTimes = route('GET', '/desk/appointments/:id/times', 'staff', '可以改到哪里、什么时候', {
  params: id,
  query: z.object({ /** absent: where it is booked */ placeId: Uuid.optional() }),
  reply: z.object({
    placeId: z.string(),
    /** of the place itself and those above it, what the caller looks after */
    places: z.array(z.object({ id: z.string(), name: z.string() })),
    days: z.array(
      z.object({
        day: Day,
        dayText: z.string(),
        slots: z.array(z.object({ from: z.number(), to: z.number(), text: z.string(), left: z.number() })),
      }),
    ),
  }),
})
export const moveAppointment = route('POST', '/desk/appointments/:id/move', 'staff', '改预约的时间或地点，告诉约的人', {
  params: id,
  body: z.object({
    placeId: Uuid,
    day: Day,
    from: z.number().int().min(0).max(1440),
    reason: text(200, '原因').default(''),
  }),
  reply: z.object({ ok: z.literal(true) }),
})
export const setAppointmentVideo = route(
  'POST',
  '/desk/appointments/:id/video',
  'staff',
  '远程预约：填会议地址（本区没有设置会议室时）',
  {
    params: id,
    body: z.object({ url: VideoUrl.nullable() }),
    reply: z.object({ ok: z.literal(true) }),
  },
)
export const settleAppointment = route('POST', '/desk/appointments/:id/state', 'staff', '来了、没来，或取消', {
  params: id,
  body: z.object({ state: z.enum(['came', 'missed', 'cancelled']), reason: text(200, '原因').default('') }),
  reply: z.object({ ok: z.literal(true) }),
})
