/** A position that somebody typed in by hand, held against where the same place was before, as a line of a table is. */
import { toWgs84 } from '../geo/crs.ts'
import { metresBetween } from '../geo/distance.ts'
import type { Position } from '../geo/position.ts'
import { wrongSystems, type KnownPosition } from './wrong-system.ts'

/** A point that moves seldom moves further (metres); a wrong digit of a degree mostly does. Ours, not law. */
const SELDOM_FURTHER = 5_000

/**
 * Why whoever typed it should look again; undefined when nothing speaks against it. All of this may be meant: a point may have moved,
 * or its system may have been entered wrongly the first time. What cannot be meant is for `positionFault`.
 */
export function moveInDoubt(typed: Position, known: KnownPosition | undefined): string | undefined {
  if (!known) return undefined
  const moved = metresBetween(toWgs84(typed), known)
  const [otherSystem] = wrongSystems([{ line: 0, at: typed, declared: typed.crs, known }]).values()
  if (otherSystem !== undefined) return otherSystem
  if (known.entered?.lng === typed.lng && known.entered.lat === typed.lat && moved > 1)
    return `经纬度没动，只改了“坐标系”：位置会移动 ${Math.round(moved)} 米。原来的坐标系没有录错就不要改`
  if (moved > SELDOM_FURTHER)
    return `离原来的位置有 ${Math.round(moved / 1000)} 公里。没有搬那么远，就请核对经度和纬度有没有抄错`
  return undefined
}
