import { CAR } from './car.ts'
import { EBIKE } from './ebike.ts'
import type { Mode, Profile, RoadMode } from './profile.ts'
import { WALK } from './walk.ts'

export const PROFILES: Record<RoadMode, Profile> = { walk: WALK, ebike: EBIKE, car: CAR }

/** For screens. */
export const MODE_WORDS: Record<Mode, string> = { walk: '步行', ebike: '骑电动车', car: '开车', bus: '坐公交' }
