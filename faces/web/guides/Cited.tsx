import { Link } from 'wouter'
import { Listed } from '../reading/Listed.tsx'

export interface CitedArticle {
  key: string
  label: string
  articleId: string | null
}

/** The articles behind a sentence, small beside it; they lead to the text where the library has it. */
export function Cited({ cites, articles }: { cites: readonly string[]; articles: readonly CitedArticle[] }) {
  const named = cites.flatMap((key) => articles.find((one) => one.key === key) ?? [])
  if (named.length === 0) return null
  return (
    <small className="cited">
      <Listed>
        {named.map((one) =>
          one.articleId === null ? (
            <span key={one.key}>{one.label}</span>
          ) : (
            <Link key={one.key} href={`/law/articles/${one.articleId}`}>
              {one.label}
            </Link>
          ),
        )}
      </Listed>
    </small>
  )
}
