import { z } from 'zod'
import { STANDING_NAMES } from '@fatong/network/siting/standing.ts'
import { route } from '../route.ts'
import { Day, Uuid } from '../values.ts'
import { AgeGroupCode, Lat, Lng, ModeCode, PlaceTitle, ServiceCode, Span, TierCode, Week } from './shapes.ts'

/** What is looked at: which week, which help, which tier, whose people, and how they travel (each age in its own way when absent). */
export const CoverageWish = z.object({
  week: Day.optional(),
  service: ServiceCode.optional(),
  tier: TierCode.optional(),
  age: AgeGroupCode.optional(),
  travel: ModeCode.optional(),
  minutes: z.coerce.number().int().min(5).max(120).default(30),
})
const Shares = z.object({ nominal: z.number(), effective: z.number() })
export const CoverageView = z.object({
  people: z.number(),
  nominal: z.number(),
  effective: z.number(),
  /** share of people for each half-hour from Monday midnight; 336 */
  byHalfHour: z.array(z.number()),
  byTier: z.record(z.string(), Shares),
  byService: z.record(z.string(), Shares),
  byAge: z.record(z.string(), Shares),
  /** minutes to the nearest place, null where no way leads; covered half-hours of 336; `bits` has one hexadecimal digit for every four half-hours, the first in the lowest bit */
  villages: z.array(
    z.object({ code: z.string(), minutes: z.number().nullable(), halfHours: z.number(), bits: z.string() }),
  ),
})
export const VillageView = z.object({
  code: z.string(),
  name: z.string(),
  town: z.string(),
  lng: z.number(),
  lat: z.number(),
  people: z.record(z.string(), z.number()),
})
export const NetworkPlace = z.object({
  id: z.string(),
  name: z.string(),
  tier: TierCode,
  kindText: z.string(),
  lng: z.number(),
  lat: z.number(),
  services: z.array(ServiceCode),
  hoursText: z.string(),
  weekly: Week,
  ownHours: z.boolean(),
  approximate: z.boolean(),
})
export const coverage = route('GET', '/desk/network/coverage', 'staff', '半小时服务圈：名义覆盖和有效覆盖', {
  query: CoverageWish,
  reply: z.object({
    monday: Day,
    certain: z.boolean(),
    estimated: z.boolean(),
    mapNumber: z.string().nullable(),
    visits: z.number(),
    villages: z.array(VillageView),
    places: z.array(NetworkPlace),
    now: CoverageView,
  }),
})

/** The circle as a table for a report: figures first, then village by village. */
export const coverageReport = route('GET', '/desk/network/coverage.xlsx', 'staff', '半小时圈报表（Excel）', {
  query: CoverageWish,
  produces: '*/*',
})

/** `place`: to that one whatever the hour; else to all where somebody is at `half` (0 to 335 from Monday midnight). */
export const contours = route('GET', '/desk/network/contours', 'staff', '等时线：到最近的点同样久的线', {
  query: CoverageWish.extend({ half: z.coerce.number().int().min(0).max(335).optional(), place: Uuid.optional() }),
  reply: z.object({
    travel: ModeCode,
    /** places the lines run around */ of: z.number(),
    estimated: z.boolean(),
    /** lines as [longitude, latitude], WGS84; closed ones end where they begin */
    contours: z.array(z.object({ minutes: z.number(), lines: z.array(z.array(z.tuple([z.number(), z.number()]))) })),
    /** minutes to the nearest of the places, null beyond the largest line */
    villages: z.array(z.object({ code: z.string(), minutes: z.number().nullable() })),
  }),
})

const Spot = { lng: Lng, lat: Lat }
/** WGS84. */
export const EditWish = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    id: Uuid,
    name: PlaceTitle,
    tier: TierCode,
    services: z.array(ServiceCode).min(1),
    weekly: Week.optional(),
    ...Spot,
  }),
  z.object({ kind: z.literal('close'), id: Uuid }),
  z.object({ kind: z.literal('move'), id: Uuid, ...Spot }),
  z.object({ kind: z.literal('hours'), id: Uuid, weekly: Week }),
  /** somebody on duty for everything it offers, as long as it is open */
  z.object({ kind: z.literal('staff'), id: Uuid }),
  z.object({ kind: z.literal('services'), id: Uuid, services: z.array(ServiceCode).min(1) }),
  z.object({
    kind: z.literal('visit'),
    id: Uuid,
    village: z.string().max(20),
    weekday: z.number().int().min(1).max(7),
    hours: z.array(Span).min(1).max(4),
    services: z.array(ServiceCode).min(1),
  }),
])
export type EditWish = z.infer<typeof EditWish>
const Tried = z.object({ wish: CoverageWish, edits: z.array(EditWish).min(1).max(50) })
export const whatIf = route('POST', '/desk/network/what-if', 'staff', '如果这样改，覆盖会怎样（只试算，不保存）', {
  body: Tried,
  /** `notes`: what the figures take for granted, in words for people */
  reply: z.object({
    before: CoverageView,
    after: CoverageView,
    notes: z.array(z.string()),
    estimated: z.boolean(),
    milliseconds: z.number(),
  }),
})

/** The same on paper: edits in words, figures before and after, village by village, a drawing, how it was worked out. */
export const planReport = route('POST', '/desk/network/plan/:format', 'staff', '试算方案报告（PDF、Excel）', {
  params: z.object({ format: z.enum(['pdf', 'xlsx']) }),
  body: Tried,
  produces: '*/*',
})

/** A point of today stays, may be given up, or is not counted. */
export const StandingCode = z.enum(STANDING_NAMES)
export const SitingWish = z.object({
  goal: z.enum(['coverAll', 'coverMost', 'shortest', 'farthest']),
  /** how many more points than count today, fewer when negative; not asked for `coverAll` */
  more: z.number().int().min(-200).max(30).default(1),
  travel: ModeCode.default('ebike'),
  minutes: z.number().int().min(5).max(120).default(30),
  /** what the points of each tier are; a tier that is not named is not counted */
  tiers: z.partialRecord(TierCode, StandingCode).default({ center: 'fixed', station: 'fixed' }),
  /** single points that are something else than their tier */
  places: z
    .array(z.object({ id: Uuid, standing: StandingCode }))
    .max(2_000)
    .default([]),
  seconds: z.number().int().min(1).max(20).default(5),
})
const PointOfToday = z.object({ id: z.string(), name: z.string(), tier: TierCode })
export const siting = route('POST', '/desk/network/siting', 'staff', '再设服务点，设在哪里最好', {
  body: SitingWish,
  reply: z.object({
    outcome: z.enum(['sited', 'impossible', 'outOfTime']),
    says: z.string(),
    /** in the goal's unit: people, places or minutes; `gap` 0 means proven best; `today`: the same with what is fixed and free, null where some village has no way to any of it (`coverAll`: none within the minutes) */
    objective: z.number().nullable(),
    bound: z.number().nullable(),
    gap: z.number().nullable(),
    today: z.number().nullable(),
    seconds: z.number(),
    estimated: z.boolean(),
    /** how many points of today stay, may go, are left out of account */
    points: z.object({ fixed: z.number(), free: z.number(), out: z.number() }),
    /** villages for new points */
    sites: z.array(
      z.object({ village: z.string(), name: z.string(), lng: z.number(), lat: z.number(), people: z.number() }),
    ),
    /** of the points that may go: those that are better kept, and those whose number is better used elsewhere or not at all */
    kept: z.array(PointOfToday),
    givenUp: z.array(PointOfToday),
    /** people within the minutes of a point that counts, today and after */
    covered: z.object({ before: z.number(), after: z.number(), people: z.number() }),
    unreachable: z.array(z.string()),
  }),
})
