/** What if past cases had been assigned another way? Plays them again in the order they came in, under another policy. */
import { addMinutes } from '@fatong/law/calendar/dates.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { bansFinder } from './bans.ts'
import type { Between, BatchCase } from './batch.ts'
import { fitCost } from './costs.ts'
import { gini } from './fairness.ts'
import type { Lawyer } from './lawyer.ts'
import { roomOf } from './load-price.ts'
import type { Policy } from './policies.ts'
import { PRICES } from './rank.ts'
import type { Prices } from './rank.ts'

export interface PastCase extends BatchCase {
  /** who really had it, and from when; absent where nobody asks what was done */
  was?: { staffId: string; at: Instant }
  /** When it could be assigned. */
  at: Instant
  /** How long it stayed with its lawyer; taken to be as long with any other. */
  minutesInHand: number
}

export interface Replayed {
  /** In the order of coming in. `staffId` is absent where nobody was ever open for it. */
  assigned: { id: string; staffId?: string; waitedMinutes: number; cost: number }[]
  /** What was lost by what does not fit, load left out. */
  cost: number
  /** Evenness of what each got in all, beside what each is willing to carry. */
  gini: number
  /** The most cases anybody had in hand at once, those from before included. */
  maxLoad: number
  /** From when it could be assigned to when somebody had room; 3 days are the limit of law (法律援助法 43). */
  waiting: { meanMinutes: number; maxMinutes: number; cases: number }
  unplaced: number
  /** of each lawyer, how many of these cases in all, and the most in hand at once */
  loads: { staffId: string; cases: number; most: number }[]
}
/** A case from before, in hand until then. */
export interface Before {
  staffId: string
  until: Instant
}

interface Hand {
  load: number
  got: number
  last: Instant | undefined
  ends: Instant[]
  most: number
}

/** Takes the first of the policy's order that has room; where all are full the case waits for the first place that comes free. */
export function replayed(
  cases: readonly PastCase[],
  lawyers: readonly Lawyer[],
  policy: Policy,
  { findings, minutes }: Between,
  { weights }: Prices = PRICES,
  before: readonly Before[] = [],
): Replayed {
  const hands = emptyHands(lawyers, before)
  const bansOf = bansFinder()
  const assigned = [...cases]
    .sort((a, b) => a.at - b.at)
    .map((one) => {
      const able = lawyers.flatMap((lawyer) => {
        const found = findings(one, lawyer)
        const away = minutes?.(one, lawyer)
        const seen = away === undefined ? lawyer : { ...lawyer, travelMinutes: away }
        return bansOf(one, lawyer, found).length > 0 ? [] : [{ provider: seen, findings: found ?? [] }]
      })
      const now = (at: Instant) =>
        able
          .map((each) => ({ ...each, provider: seenAt(each.provider, hands.get(each.provider.staffId)!, at) }))
          .filter(({ provider }) => roomOf(provider) > 0)
      let at = one.at
      let open = now(at)
      if (open.length === 0) {
        const next = firstFree(
          able.map(({ provider }) => ({ capacity: provider.capacity, hand: hands.get(provider.staffId)! })),
          at,
        )
        if (next === undefined) return { id: one.id, waitedMinutes: 0, cost: 0 }
        at = next
        open = now(at)
      }
      const { provider } = policy.order(one, open)[0]!
      take(hands.get(provider.staffId)!, at, one.minutesInHand)
      const found = open.find((each) => each.provider.staffId === provider.staffId)!.findings
      return {
        id: one.id,
        staffId: provider.staffId,
        waitedMinutes: (at - one.at) / 60_000,
        cost: fitCost(one, provider, found, weights),
      }
    })
  return summed(assigned, lawyers, hands)
}

/** What was really done with the same cases, in the same figures; who never had one of them is not told apart from who was not there. */
export function asItWas(
  cases: readonly PastCase[],
  lawyers: readonly Lawyer[],
  { findings, minutes }: Between,
  { weights }: Prices = PRICES,
  before: readonly Before[] = [],
): Replayed {
  const hands = emptyHands(lawyers, before)
  const known = new Map(lawyers.map((lawyer) => [lawyer.staffId, lawyer]))
  const assigned = [...cases]
    .sort((a, b) => (a.was?.at ?? a.at) - (b.was?.at ?? b.at))
    .map((one) => {
      const lawyer = one.was && known.get(one.was.staffId)
      if (!one.was || !lawyer) return { id: one.id, waitedMinutes: 0, cost: 0 }
      take(hands.get(lawyer.staffId)!, one.was.at, one.minutesInHand)
      const away = minutes?.(one, lawyer)
      return {
        id: one.id,
        staffId: lawyer.staffId,
        waitedMinutes: Math.max(0, (one.was.at - one.at) / 60_000),
        cost: fitCost(
          one,
          away === undefined ? lawyer : { ...lawyer, travelMinutes: away },
          findings(one, lawyer),
          weights,
        ),
      }
    })
  return summed(assigned, lawyers, hands)
}

function emptyHands(lawyers: readonly Lawyer[], before: readonly Before[]): Map<string, Hand> {
  return new Map(
    lawyers.map(({ staffId, openLoad, lastAssignedAt }): [string, Hand] => {
      const ends = before.filter((one) => one.staffId === staffId).map(({ until }) => until)
      return [staffId, { load: openLoad, got: 0, last: lastAssignedAt, ends, most: openLoad + ends.length }]
    }),
  )
}
function take(hand: Hand, at: Instant, minutesInHand: number): void {
  hand.ends.push(addMinutes(at, minutesInHand))
  hand.got += 1
  hand.last = at
  hand.most = Math.max(hand.most, loadAt(hand, at))
}

function summed(
  assigned: Replayed['assigned'],
  lawyers: readonly Lawyer[],
  hands: ReadonlyMap<string, Hand>,
): Replayed {
  const placed = assigned.filter(({ staffId }) => staffId !== undefined)
  const waited = placed.map(({ waitedMinutes }) => waitedMinutes)
  return {
    assigned,
    cost: placed.reduce((sum, { cost }) => sum + cost, 0),
    maxLoad: Math.max(0, ...[...hands.values()].map(({ most }) => most)),
    unplaced: assigned.length - placed.length,
    gini: gini(
      lawyers.map(({ staffId }) => hands.get(staffId)!.got),
      lawyers.map(({ capacity }) => capacity),
    ),
    waiting: {
      meanMinutes: waited.length === 0 ? 0 : waited.reduce((sum, one) => sum + one, 0) / waited.length,
      maxMinutes: waited.reduce((most, one) => Math.max(most, one), 0),
      cases: waited.filter((one) => one > 0).length,
    },
    loads: lawyers.map(({ staffId }) => ({ staffId, cases: hands.get(staffId)!.got, most: hands.get(staffId)!.most })),
  }
}

/** A case in hand counts from its day on, also for one that came in earlier and waits. */
const loadAt = ({ load, ends }: Hand, at: Instant): number => load + ends.filter((end) => end > at).length

function seenAt(lawyer: Lawyer, hand: Hand, at: Instant): Lawyer {
  const { lastAssignedAt: _, ...rest } = lawyer
  return { ...rest, openLoad: loadAt(hand, at), ...(hand.last === undefined ? {} : { lastAssignedAt: hand.last }) }
}

/** The first end of a case after which somebody has room; undefined where what was there before fills everybody for good. */
function firstFree(able: readonly { capacity: number; hand: Hand }[], after: Instant): Instant | undefined {
  const ends = able.flatMap(({ capacity, hand }) =>
    hand.ends.filter((end) => end > after && loadAt(hand, end) < Math.floor(capacity)),
  )
  return ends.length === 0 ? undefined : ends.reduce((first, end) => (end < first ? end : first))
}
