import { findArticle } from '@fatong/contract/knowledge/library.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import { citationParts } from './citation-key.ts'
import css from './guides.module.css'

const w = words.guides

/** The article that a key names, as the library holds it; null when it holds none. */
export const useArticle = (key: string) =>
  useQuery({
    queryKey: ['article', key],
    staleTime: Infinity,
    queryFn: async () => (await call(findArticle, { query: { q: key } })).items[0] ?? null,
  })

/** An article behind a line; opens beside this page. One that the library lacks is said to be missing. */
export function CitedArticle({ cite }: { cite: string }) {
  const { law, number } = citationParts(cite)
  const found = useArticle(cite)
  return (
    <span className={css.cite}>
      <a
        href={found.data ? `/law/articles/${found.data.id}` : `/desk/library/find?q=${encodeURIComponent(cite)}`}
        target="_blank"
        rel="noopener"
      >
        {w.article(law, number)}
      </a>
      {found.data === null && <span className={css.missing}>{w.notHeld}</span>}
    </span>
  )
}

/** What an article says, under the line that rests on it: a wrong number is seen at once. */
export function ArticleSays({ cite }: { cite: string }) {
  const { law, number } = citationParts(cite)
  const found = useArticle(cite)
  if (found.data === undefined) return null
  return (
    <li className={found.data === null ? css.missing : 'soft'}>
      {w.article(law, number)}：
      {found.data === null ? w.notHeldLong : found.data.text.slice(0, 90) + (found.data.text.length > 90 ? '…' : '')}
    </li>
  )
}
