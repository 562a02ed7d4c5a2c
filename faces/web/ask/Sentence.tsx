import { createContext, useContext } from 'react'
import { Link } from 'wouter'
import type { Said } from '@fatong/contract/consultation/shapes.ts'
import { Listed } from '../reading/Listed.tsx'
import { citedAs, type Cited } from './cited-as.ts'

/** Told the id of an article that somebody opens out of an answer. */
export const Opened = createContext<(article: string) => void>(() => undefined)

export function Sentence({ said }: { said: Said }) {
  return (
    <p>
      {said.text}
      {said.sources.some(({ kind }) => kind === 'article') && (
        <small className="cited">
          <Listed>
            {said.sources.map((one) => (one.kind === 'article' ? <Source key={one.key} source={one} /> : null))}
          </Listed>
        </small>
      )}
    </p>
  )
}

export function Folded({ title, said, open = false }: { title: string; said: readonly Said[]; open?: boolean }) {
  if (said.length === 0) return null
  return (
    <details open={open}>
      <summary>{title}</summary>
      {said.map((one) => (
        <Sentence key={one.text} said={one} />
      ))}
    </details>
  )
}

/** The article with its version; it opens where the library holds it. */
export function Source({ source }: { source: Cited }) {
  const opened = useContext(Opened)
  const { id } = source
  const label = citedAs(source)
  return id === undefined ? (
    <span>{label}</span>
  ) : (
    <Link href={`/law/articles/${id}`} onClick={() => opened(id)}>
      {label}
    </Link>
  )
}
