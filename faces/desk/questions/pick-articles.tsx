import { Button, Input } from 'antd'
import { searchArticles } from '@fatong/contract/consultation/tickets.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { words } from '../words/words.ts'
import type { Picked } from './answer-draft.ts'
import css from './questions.module.css'

const w = words.questions

/** Searches the library in everyday words; what fits is taken into the answer. */
export function PickArticles({
  first,
  taken,
  onPick,
}: {
  first: string
  taken: readonly string[]
  onPick: (article: Picked) => void
}) {
  const [typed, setTyped] = useState(first.slice(0, 100))
  const [asked, setAsked] = useState('')
  const found = useQuery({
    queryKey: ['articles', asked],
    queryFn: () => call(searchArticles, { query: { q: asked } }),
    enabled: asked !== '',
    // what was imported a moment ago comes by itself
    refetchInterval: ({ state }) => (state.data?.preparing ? 3_000 : false),
  })
  const items = found.data?.items.filter(({ key }) => !taken.includes(key)) ?? []
  return (
    <div>
      <label htmlFor="pick-articles">{w.pick}</label>
      <form
        className={css.search}
        role="search"
        aria-label={w.pick}
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed.trim())
        }}
      >
        <Input
          id="pick-articles"
          value={typed}
          placeholder={w.pickHelp}
          maxLength={300}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit">{w.find}</Button>
      </form>
      <div aria-live="polite">
        {found.isLoading && <Loading rows={2} />}
        {found.error && !found.data && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.preparing && <p className="soft gap-above">{w.preparing}</p>}
        {found.data && items.length === 0 && !found.data.preparing && <p className="soft gap-above">{w.foundNone}</p>}
        <ul className={css.found}>
          {items.map(({ id, key, law, number, path, text }) => (
            <li key={id}>
              <div className="page-head">
                <b>{w.article(law, number)}</b>
                <Button
                  size="small"
                  aria-label={w.add(w.article(law, number))}
                  onClick={() => onPick({ key, id, law, number, passage: text.slice(0, 2000) })}
                >
                  {w.addShort}
                </Button>
              </div>
              <span className="soft">{path}</span>
              <p tabIndex={0}>{text}</p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
