import type { LngLat } from '@fatong/network/geo/position.ts'
import type { Mode } from '@fatong/network/roads/profiles/profile.ts'
import { answering } from './answer.ts'
import type {
  BusReply,
  ContoursReply,
  CoverageReply,
  NetworkEngine,
  RoadsReply,
  SitingReply,
  TimesReply,
} from './orders.ts'
import { Ways } from './ways.ts'

/** The engine without a thread of its own, for scripts and tests. */
export function sameThread(roadsFile?: string, busFile?: string): NetworkEngine {
  let answer = answering(new Ways(roadsFile, busFile))
  return {
    coverage: async (state, selected, edits = []) =>
      (await answer({ ask: 'coverage', state, selected, edits })) as CoverageReply,
    siting: async (order) => (await answer({ ask: 'siting', order })) as SitingReply,
    contours: async (order) => (await answer({ ask: 'contours', order })) as ContoursReply,
    times: async <M extends Mode = Mode>(from: readonly LngLat[], to: readonly LngLat[], modes?: readonly M[]) =>
      (await answer({ ask: 'times', from, to, modes })) as TimesReply<M>,
    roads: async (file) => (await answer({ ask: 'roads', file })) as RoadsReply,
    bus: async (file) => (await answer({ ask: 'bus', file })) as BusReply,
    refresh: () => {
      answer = answering(new Ways(roadsFile, busFile))
    },
    close: async () => {
      await Promise.resolve()
    },
  }
}
