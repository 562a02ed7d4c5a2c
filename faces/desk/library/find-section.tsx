import { Button, Input } from 'antd'
import { findArticle } from '@fatong/contract/knowledge/library.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { words } from '../words/words.ts'
import css from './library.module.css'
import { Mark } from '../shell/mark.tsx'

const w = words.library.find

/** An article by its name and number, in every usual spelling; what was asked stands in the address. */
export function FindSection() {
  const asked = new URLSearchParams(useSearch()).get('q') ?? ''
  const [, go] = useLocation()
  const [typed, setTyped] = useState(asked)
  const [wrong, setWrong] = useState(false)
  const found = useQuery({
    queryKey: ['admin', 'article', asked],
    queryFn: () => call(findArticle, { query: { q: asked } }),
    enabled: asked !== '',
  })
  const look = () => {
    const q = typed.trim()
    setWrong(q.length < 2)
    if (q.length >= 2) go(`/library/find?q=${encodeURIComponent(q)}`)
  }
  return (
    <>
      <form
        className={css.find}
        onSubmit={(event) => {
          event.preventDefault()
          look()
        }}
        noValidate
      >
        <label htmlFor="article-asked">
          {w.label}
          <Input
            id="article-asked"
            value={typed}
            placeholder={w.placeholder}
            maxLength={120}
            status={wrong ? 'error' : ''}
            aria-describedby="article-help"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <Button type="primary" htmlType="submit">
          {words.library.sections.find}
        </Button>
      </form>
      <p id="article-help" className={wrong ? css.problem : 'soft'} role={wrong ? 'alert' : undefined}>
        {wrong ? w.short : w.help}
      </p>
      <div className="gap-above" aria-live="polite">
        {found.isLoading && <Loading rows={3} />}
        {found.error && !found.data && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.items.length === 0 && <Nothing title={w.none} help={w.noneHelp} />}
        <ul className={css.list}>
          {found.data?.items.map(({ id, label, path, text, law, meant }) => (
            <li key={id} className="card padded">
              <p className="row">
                <span className={css.law}>{label}</span>
                <Mark tone={law.status === 'inForce' ? 'done' : 'pause'}>{w.statuses[law.status]}</Mark>
              </p>
              <p className="soft">{path}</p>
              {meant && (
                <p className={css.text}>
                  <b>{meant.label}</b>　{meant.text}
                </p>
              )}
              <p className={css.text}>{text}</p>
              <a href={`/law/articles/${id}`} target="_blank" rel="noopener">
                {w.open}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
