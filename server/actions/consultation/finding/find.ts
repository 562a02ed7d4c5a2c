import type { z } from 'zod'
import type { find as route } from '@fatong/contract/consultation/find.ts'
import { guideSources } from '@fatong/knowledge/guides/sources.ts'
import type { Hit, Source } from '@fatong/knowledge/search/searcher.ts'
import { clean } from '@fatong/knowledge/triage/clean.ts'
import { articlesNamedIn } from '@fatong/knowledge/triage/named-articles.ts'
import type { SourceKind } from '@fatong/knowledge/vocabulary.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import type { Caller } from '../../caller.ts'
import { lawLine } from '../../library/views.ts'
import type { InputOf } from '../../input.ts'
import { done, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'

type Reply = z.infer<typeof route.reply>
type Item = Reply['items'][number]
const MOST = 30,
  MOST_LAWS = 3,
  PASSAGE = 160
/** Articles are so many that cases seldom stand among the first; in a list of everything the nearest ones close it. */
const CASES_AT_END = 4

/** Search over everything: articles that were named, then what fits, best first; laws whose name it is. */
export async function find(
  parts: Parts,
  _caller: Caller,
  { query: { q, kind } }: InputOf<typeof route>,
): Promise<Outcome<Reply>> {
  const library = parts.consultation.library()
  const { text } = clean(q)
  const today = localDateOf(parts.clock.now())
  const kinds: SourceKind[] = kind === 'all' ? ['guide', 'article', 'case'] : [kind]
  const wantsLaw = kinds.includes('article')
  const [found, cases, named, laws] = await Promise.all([
    library.search(text, { limit: MOST, kinds }),
    kind === 'all' ? library.search(text, { limit: CASES_AT_END, kinds: ['case'] }) : { hits: [] },
    wantsLaw ? library.named(articlesNamedIn(text).slice(0, 5), today) : [],
    wantsLaw && text.length >= 2 && text.length <= 40 ? parts.stores.library.laws({ q: text, limit: MOST_LAWS }) : [],
  ])
  const hits = [...new Map([...found.hits, ...cases.hits].map((hit) => [hit.id, hit])).values()]
  const [sources, guides] = await Promise.all([
    library.byIds(hits.filter((hit) => hit.kind !== 'guide').map(({ id }) => id)),
    parts.guides.all(),
  ])
  const byId = new Map(
    [...sources, ...guideSources(guides.filter(({ slug }) => hits.some(({ id }) => id === `guide:${slug}`)))].map(
      (source) => [source.id, source],
    ),
  )
  const told = new Set(named.map(({ id }) => id))
  const items = [
    ...named.map((source) => itemOf(source, { from: 0, to: PASSAGE }, [], true)),
    ...hits.flatMap((hit) => {
      const source = told.has(hit.id) ? undefined : byId.get(hit.id)
      return source === undefined ? [] : [itemOf(source, hit.passage, hit.because, false)]
    }),
  ]
  return done({
    items,
    laws: laws.map((one) => lawLine(one, today)).map(({ id, name, status }) => ({ id, name, status })),
  })
}

function itemOf(source: Source, passage: Hit['passage'], because: string[], named: boolean): Item {
  const why = { passage: piece(source.text, passage), because }
  switch (source.kind) {
    case 'guide':
      return {
        kind: 'guide',
        slug: source.id.replace(/^guide:/, ''),
        title: source.title,
        topic: source.topic ?? 'other',
        ...why,
      }
    case 'case':
      return { kind: 'case', id: source.id.replace(/^case:/, ''), title: source.title, topic: source.path, ...why }
    case 'article':
      return {
        kind: 'article',
        id: source.id,
        law: source.title,
        number: source.number,
        path: source.path,
        status: source.status ?? null,
        named,
        ...why,
      }
    default:
      return source.kind satisfies never
  }
}

/** The passage with dots where the text goes on; marks of headings are not for reading. */
function piece(text: string, { from, to }: Hit['passage']): string {
  const end = Math.min(to, from + PASSAGE)
  const cut = text
    .slice(from, end)
    .replace(/^#+\s*/gm, '')
    .trim()
  return `${from > 0 ? '…' : ''}${cut}${end < text.length ? '…' : ''}`
}
