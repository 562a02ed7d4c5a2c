/** A village in the list beside the drawing. */
export interface VillageRow {
  code: string
  name: string
  town: string
  people: number
  minutes: number | null
  halfHours: number
  now: boolean
}
export type Column = 'name' | 'people' | 'minutes' | 'halfHours'
export interface Order {
  by: Column
  down: boolean
}
/** Those without help at this half-hour first, most people first: `undefined` is this order. */
export function ordered(rows: readonly VillageRow[], order: Order | undefined): VillageRow[] {
  const compared = (a: VillageRow, b: VillageRow): number => {
    if (order === undefined) return Number(a.now) - Number(b.now) || a.halfHours - b.halfHours || b.people - a.people
    const turn = order.down ? -1 : 1
    switch (order.by) {
      case 'name':
        return turn * (a.town.localeCompare(b.town, 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN'))
      case 'people':
        return turn * (a.people - b.people)
      // a place nobody gets to is the farthest
      case 'minutes':
        return turn * ((a.minutes ?? 1e9) - (b.minutes ?? 1e9))
      case 'halfHours':
        return turn * (a.halfHours - b.halfHours)
      default:
        return order.by satisfies never
    }
  }
  return [...rows].sort(compared)
}
