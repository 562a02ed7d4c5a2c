import type { Guide } from '../../guides/guide.ts'
import type { Wording } from '../suggest.ts'

/** A title is said better than a way of asking; what people ask comes before the names of laws. */
const TITLE = 0.03,
  ASKED = 0.02,
  TOPIC = 0.04,
  LAW = 0

/** Everything that can be suggested: how people ask for each guide, topics, laws by name. */
export function wordingsOf(
  guides: readonly Pick<Guide, 'slug' | 'title' | 'asked'>[],
  laws: readonly string[],
  topics: readonly { code: string; name: string }[],
): Wording[] {
  return [
    ...guides.flatMap(({ slug, title, asked }): Wording[] =>
      [title, ...asked].map((text, i) => ({ text, kind: 'question', about: slug, weight: i === 0 ? TITLE : ASKED })),
    ),
    ...topics.map(({ code, name }): Wording => ({ text: name, kind: 'topic', about: code, weight: TOPIC })),
    ...[...new Set(laws)].map((name): Wording => ({ text: name, kind: 'law', about: name, weight: LAW })),
  ]
}
