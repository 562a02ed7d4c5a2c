/** Bus lines as somebody at a stop meets them: where they stop, how long they take, how often they come. */
import type { LngLat } from '../geo/position.ts'

export interface BusStop extends LngLat {
  name: string
}
/** One direction of a line. */
export interface BusLine {
  name: string
  /** Places in `stops`, in the order of the ride. */
  stops: readonly number[]
  /** From the first stop to each, in seconds; rises. */
  seconds: readonly number[]
  /** Between two buses in the daytime, when points are open. */
  headwaySeconds: number
}
export interface BusData {
  stops: readonly BusStop[]
  lines: readonly BusLine[]
  /** How often they come is our assumption, at least for some: screens must say it. */
  assumed: boolean
}
/** `says` is for the operator's screen: what is wrong, where, and what to do. */
export type BusReading = { outcome: 'read'; bus: BusData } | { outcome: 'refused'; says: string }

export const refusedBus = (says: string): BusReading => ({ outcome: 'refused', says })
/** Where a map says nothing of it: half an hour between two buses. Ours, not surveyed. */
export const ASSUMED_HEADWAY = 1800
/** Where nobody wrote how long a bus takes: along bends and with halts. Ours, not surveyed. */
export const ASSUMED_RIDE = { detour: 1.3, metresPerSecond: 25 / 3.6, halt: 20 }
