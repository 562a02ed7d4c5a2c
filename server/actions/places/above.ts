import type { StoredPlace } from '../../db/stores/places.ts'

type Tied = Pick<StoredPlace, 'parentId' | 'managedBy'>
type ById = ReadonlyMap<string, Tied>

/** What a place stands directly below: whoever manages it (管理单位) first, then what it belongs to. Each of them reaches it by its roles. */
export const headsOf = ({ managedBy, parentId }: Tied): string[] => [
  ...new Set([managedBy, parentId].filter((id) => id !== null && id !== undefined)),
]

/**
 * Ids of a place and of all that reach it, itself first, then step by step upwards. The same ties as the reach of a session
 * (`STAFF` in db/stores/sessions.ts) follows downwards: a role counts at a place exactly where the role's place is among these.
 */
export function above(byId: ById, id: string): string[] {
  const way = [id]
  for (const at of way) for (const head of headsOf(byId.get(at) ?? NOTHING)) if (!way.includes(head)) way.push(head)
  return way
}
const NOTHING: Tied = { parentId: null }

/** A place and what it belongs to, whoever manages it: where it lies, which management says nothing about. */
export function belongsTo(byId: ById, id: string): string[] {
  const way: string[] = []
  for (let at: string | null = id; at !== null && !way.includes(at); at = byId.get(at)?.parentId ?? null) way.push(at)
  return way
}
