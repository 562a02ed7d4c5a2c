import { lazy, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { words } from '../words/home.ts'

/** Loaded when somebody is about to type: the home page stays light, and the box works without it. */
const Suggestions = lazy(() => import('../suggest/Suggestions.tsx'))
const whereTo = () => import('../suggest/where.ts')

/** The box to ask in; a plain form until the script is there. */
export function HomeAsk() {
  const [typing, setTyping] = useState(false)
  const [, move] = useLocation()
  return (
    <form className="home-ask" action="/ask" method="get" role="search">
      <label htmlFor="home-q">{words.ask}</label>
      <div>
        <input
          id="home-q"
          name="q"
          className="input"
          maxLength={500}
          autoComplete="off"
          placeholder={words.askHint}
          onFocus={() => setTyping(true)}
        />
        <button type="submit" className="button">
          {words.askGo}
        </button>
      </div>
      {typing && (
        <Suspense fallback={null}>
          <Suggestions fieldId="home-q" onChoose={(one) => void whereTo().then((where) => move(where.whereTo(one)))} />
        </Suspense>
      )}
      <p className="small">
        <Link href="/guides">{words.guides}</Link>
        <Link href="/law">{words.law}</Link>
        <Link href="/cases">{words.cases}</Link>
        <Link href="/find">{words.find}</Link>
        <Link href="/calculate">{words.calculate}</Link>
      </p>
    </form>
  )
}
