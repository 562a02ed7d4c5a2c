import { z } from 'zod'
import { route } from '../route.ts'
import { Day, InstantMs, Uuid } from '../values.ts'
import { Lat, Lng, ModeCode, ServiceCode } from './shapes.ts'

const Minutes = z.object({
  walk: z.number().nullable(),
  ebike: z.number().nullable(),
  car: z.number().nullable(),
  /** walking and waiting counted in; null too where no lines were given */ bus: z.number().nullable(),
})
export const PointView = z.object({
  id: z.string(),
  name: z.string(),
  kindText: z.string(),
  /** a screen, where nobody is met */
  terminal: z.boolean(),
  address: z.string(),
  phone: z.string().nullable(),
  /** null where it is hidden, or not known */
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  approximate: z.boolean(),
  minutes: Minutes.nullable(),
  metres: z.number().nullable(),
  /** what to walk by, in words: direction, distance, time */
  routeText: z.string(),
  /** somebody is there at the moment asked about; null where the year's holidays are not published */
  open: z.boolean().nullable(),
  /** the next time somebody is there: now when open */
  opensAt: InstantMs.nullable(),
  closesAt: InstantMs.nullable(),
  openText: z.string(),
  hoursText: z.string(),
  services: z.array(ServiceCode),
  bookable: z.boolean(),
})
export type PointView = z.infer<typeof PointView>

/** `q`: a village, town or address as people say it. `at`: for when; now when absent. WGS84 unless `crs` says otherwise. */
export const nearPoints = route('GET', '/service-points/near', 'anyone', '最近的、有人在的服务点', {
  query: z.object({
    q: z.string().trim().max(60).optional(),
    lng: Lng.optional(),
    lat: Lat.optional(),
    at: z.coerce.number().int().optional(),
    service: ServiceCode.optional(),
    travel: ModeCode.default('ebike'),
  }),
  reply: z.object({
    /** where the ways begin; null when no place was understood */
    from: z.object({ name: z.string(), lng: z.number(), lat: z.number() }).nullable(),
    /** ways one may choose: the bus only where lines were given */
    travels: z.array(ModeCode),
    /** more than one place has this name: which is meant? */
    meant: z.array(z.object({ name: z.string(), town: z.string(), lng: z.number(), lat: z.number() })),
    at: InstantMs,
    dayText: z.string(),
    estimated: z.boolean(),
    mapNumber: z.string().nullable(),
    items: z.array(PointView),
  }),
})

export const SlotView = z.object({
  day: Day,
  from: z.number().int(),
  to: z.number().int(),
  text: z.string(),
  left: z.number().int(),
})
export const slots = route('GET', '/service-points/:id/slots', 'anyone', '可以预约的时间（十四天内）', {
  params: z.object({ id: Uuid }),
  query: z.object({ service: ServiceCode.default('consultation') }),
  reply: z.object({
    name: z.string(),
    address: z.string(),
    phone: z.string().nullable(),
    services: z.array(ServiceCode),
    days: z.array(z.object({ day: Day, dayText: z.string(), slots: z.array(SlotView) })),
  }),
})
