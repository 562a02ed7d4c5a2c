import { Link } from 'wouter'
import type { Found } from '@fatong/contract/consultation/shapes.ts'
import { articleName } from '../law/article-name.ts'
import { words } from '../words/find.ts'
import { Marked } from './Marked.tsx'

/** One thing that was found: what it is, where it lives for good, the piece that fits, and why it is here. */
export function FoundItem({ found }: { found: Found }) {
  const title = found.kind === 'article' ? articleName(found.law, found.number) : found.title
  const near = found.kind === 'guide'
  return (
    <article className="card stack-tight found">
      <p className="found-kind">
        <span className="tag">{words.kinds[found.kind]}</span>
        {found.kind === 'article' && found.status !== null && (
          <span className={`tag ${found.status === 'inForce' ? 'info' : 'due'}`}>{words.status[found.status]}</span>
        )}
      </p>
      <h2>
        <Link href={hrefOf(found)}>{title}</Link>
      </h2>
      <p className="found-passage">
        <Marked text={found.passage} pieces={near ? [] : found.because} />
      </p>
      {found.kind === 'article' && found.named ? (
        <p className="soft small">{words.named}</p>
      ) : (
        found.because.length > 0 && (
          <p className="soft small">
            {near ? words.near : words.because}
            {found.because.join('、')}
          </p>
        )
      )}
    </article>
  )
}

function hrefOf(found: Found): string {
  switch (found.kind) {
    case 'guide':
      return `/guides/${found.slug}`
    case 'article':
      return `/law/articles/${encodeURIComponent(found.id)}`
    case 'case':
      return `/cases/${found.id}`
    default:
      return found satisfies never
  }
}
