import { createContext, useContext } from 'react'
import { Link } from 'wouter'
import { Listed } from '../reading/Listed.tsx'
import type { Citation } from '@fatong/law/citation.ts'
import { articleName } from '../law/article-name.ts'
import { words } from '../words/calculate.ts'
import { keyOf } from './articles.ts'

/** Which articles can be opened. */
export const Library = createContext<ReadonlyMap<string, string | null>>(new Map())

const nameOf = ({ law, article, level, note }: Citation): string => {
  const name = level === '设计' ? law : articleName(law, article ?? '')
  const sure = level === '网' || level === '待核' ? words.level[level] : ''
  return [name, sure === '' ? '' : `（${sure}）`, level === '设计' && note !== undefined ? `：${note}` : ''].join('')
}

/** What a sentence rests on, small behind it; an article opens where the library holds it. */
export function Sources({ citations }: { citations: readonly Citation[] }) {
  const library = useContext(Library)
  const named = [...new Map(citations.map((one) => [nameOf(one), one])).entries()]
  if (named.length === 0) return null
  return (
    <small className="cited">
      <Listed>
        {named.map(([name, one]) => {
          const id = library.get(keyOf(one) ?? '')
          return typeof id === 'string' ? (
            <Link key={name} href={`/law/articles/${id}`}>
              {name}
            </Link>
          ) : (
            <span key={name}>{name}</span>
          )
        })}
      </Listed>
    </small>
  )
}
