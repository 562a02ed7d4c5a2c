/** Places that are alike but for where they are: a county has thousands of places and few kinds of opening hours. */
import type { OpenPlace } from './open-place.ts'

export interface AlikePlaces {
  /** One of them; what it offers and when holds for all. */
  like: OpenPlace
  members: readonly OpenPlace[]
}

export function alike(places: Iterable<OpenPlace>): AlikePlaces[] {
  const found = new Map<string, OpenPlace[]>()
  for (const place of places) {
    const others = found.get(place.kind)
    if (others === undefined) found.set(place.kind, [place])
    else others.push(place)
  }
  return [...found.values()].map((members) => ({ like: members[0]!, members }))
}
