import { useEffect, useState } from 'react'
import type { Citation } from '@fatong/law/citation.ts'
import { api } from '../api/citizen.ts'

/** `劳动合同法#47`; undefined where no article stands, so that nothing could be opened. */
export const keyOf = ({ law, article, level }: Citation): string | undefined =>
  article === undefined || level === '设计' ? undefined : `${law}#${article}`

/** Looked up once while the page is open; null where the library does not hold the article. */
const known = new Map<string, string | null>()

/** Where in the library the articles stand. Without network, or without the law, they stay plain words. */
export function useArticles(citations: readonly Citation[]): ReadonlyMap<string, string | null> {
  const keys = [...new Set(citations.flatMap((one) => keyOf(one) ?? []))].sort()
  const all = keys.join(' ')
  const [, found] = useState(0)
  useEffect(() => {
    let gone = false
    const look = async () => {
      for (const key of all.split(' ').filter((one) => one !== '' && !known.has(one))) {
        const reply = await api.findArticle({ query: { q: key } })
        if (gone || !reply.ok) return
        known.set(key, reply.value.items[0]?.id ?? null)
        found((n) => n + 1)
      }
    }
    void look()
    return () => {
      gone = true
    }
  }, [all])
  return known
}
