import { words } from '../words/words.ts'
import { halfText, percent, persons } from './half-hours.ts'
import type { Circle, View } from './wish.ts'

const w = words.circle
export interface Line {
  name: string
  before: string
  after: string
  diff: string
  turn: -1 | 0 | 1
}
export interface VillageChange {
  code: string
  name: string
  town: string
  people: number
  before: number
  after: number
}

const turnOf = (change: number): Line['turn'] => (Math.abs(change) < 5e-6 ? 0 : change > 0 ? 1 : -1)
const said = (change: number, says: (size: number) => string): string => {
  const turn = turnOf(change)
  return turn === 0 ? w.same : (turn > 0 ? w.gain : w.loss)(says(Math.abs(change)))
}
const ofShares = (name: string, before: number, after: number): Line => ({
  name,
  before: percent(before),
  after: percent(after),
  diff: said(after - before, w.pointsText),
  turn: turnOf(after - before),
})
const ofPeople = (name: string, before: number, after: number): Line => ({
  name,
  before: persons(before),
  after: persons(after),
  diff: said(Math.round(after) - Math.round(before), persons),
  turn: turnOf(Math.round(after) - Math.round(before)),
})

/** The same figures before and after, in people and in points. */
export function comparison(before: View, after: View, half: number): Line[] {
  const at = ({ byHalfHour, people }: View) => (byHalfHour[half] ?? 0) * people
  return [
    ofShares(w.compare.effective, before.effective, after.effective),
    ofPeople(w.compare.momentAt(halfText(half)), at(before), at(after)),
    ofShares(w.compare.nominal, before.nominal, after.nominal),
    ofPeople(w.compare.nominalPeople, before.nominal * before.people, after.nominal * after.people),
  ]
}
/** Effective shares by one table of names, those that moved or exist. */
export const groupLines = (
  before: View,
  after: View,
  key: 'byTier' | 'byService' | 'byAge',
  table: Readonly<Record<string, string>>,
): Line[] =>
  Object.entries(table)
    .filter(([one]) => (before[key][one]?.nominal ?? 0) > 0 || (after[key][one]?.nominal ?? 0) > 0)
    .map(([one, name]) => ofShares(name, before[key][one]?.effective ?? 0, after[key][one]?.effective ?? 0))

/** Villages whose hours changed, the greatest change of hours times people first. */
export function changedVillages(before: View, after: View, villages: Circle['villages']): VillageChange[] {
  const was = new Map(before.villages.map((one) => [one.code, one.halfHours]))
  const known = new Map(villages.map((one) => [one.code, one]))
  return after.villages
    .flatMap(({ code, halfHours }): VillageChange[] => {
      const village = known.get(code)
      return village && halfHours !== (was.get(code) ?? 0)
        ? [
            {
              code,
              name: village.name,
              town: village.town,
              people: Object.values(village.people).reduce((sum, one) => sum + one, 0),
              before: was.get(code) ?? 0,
              after: halfHours,
            },
          ]
        : []
    })
    .sort((a, b) => Math.abs(b.after - b.before) * b.people - Math.abs(a.after - a.before) * a.people)
}
export const hoursChange = ({ before, after }: VillageChange): string =>
  w.perWeek(after > before ? 1 : -1, (Math.abs(after - before) / 2).toLocaleString('zh-CN'))
