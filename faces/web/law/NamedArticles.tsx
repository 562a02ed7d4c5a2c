import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/law.ts'
import { clauseId } from './clause-id.ts'
import { Standing } from './Standing.tsx'

/** Articles asked for by name and number; a 款 or 项 that was asked for stands before its article. */
export function NamedArticles({ asked }: { asked: string }) {
  const [loaded, reload] = useLoad(() => api.findArticle({ query: { q: asked } }), asked)
  if (loaded.state === 'loading') return <Wait />
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} again={() => void reload()} />
  const { items } = loaded.value
  if (items.length === 0) return <p role="status">{words.notFound}</p>
  return (
    <>
      {items.map((one) => (
        <article className="card stack-tight" key={one.id}>
          <h2>
            <Link href={`/law/articles/${one.id}`}>{`《${one.law.name}》${one.label}`}</Link>
          </h2>
          <Standing law={one.law} />
          {one.meant && (
            <div className="meant law-text">
              <p className="soft small">
                <Link href={`/law/articles/${one.id}#${clauseId(one.meant.paragraph ?? 1, one.meant.item)}`}>
                  {one.meant.label}
                </Link>
              </p>
              <p>{one.meant.text}</p>
            </div>
          )}
          <p className="law-text">{one.text}</p>
        </article>
      ))}
    </>
  )
}
