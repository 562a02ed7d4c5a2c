import { z } from 'zod'
import {
  AGE_GROUPS,
  SERVICES,
  TIERS,
  type AgeGroup,
  type Service,
  type Tier,
} from '@fatong/network/coverage/vocabulary.ts'
import { CRS_NAMES } from '@fatong/network/geo/position.ts'
import { MODES } from '@fatong/network/roads/profiles/profile.ts'
import { needed } from '../values.ts'

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]]
export const TierCode = z.enum(keys<Tier>(TIERS))
export const ServiceCode = z.enum(keys<Service>(SERVICES))
export const AgeGroupCode = z.enum(keys<AgeGroup>(AGE_GROUPS))
export const ModeCode = z.enum(MODES)
/** Systems of coordinates: those that a table may name. */
export const CrsCode = z.enum(CRS_NAMES)
export type CrsCode = z.infer<typeof CrsCode>

/** Degrees. The system is said beside every coordinate, because Chinese maps differ from satellites by hundreds of metres. */
export const Lng = z.coerce.number().min(-180).max(180)
export const Lat = z.coerce.number().min(-90).max(90)

const Minute = z.number().int().min(0).max(1440)
export const Span = z
  .object({ open: Minute, close: Minute })
  .refine(({ open, close }) => open < close, '开门时间要早于关门时间')
/** Monday to Sunday. */
export const Week = z.array(z.array(Span).max(4)).length(7)
export const PlaceTitle = needed(60, '名称')
