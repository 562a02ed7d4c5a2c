import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { ShortcutsList } from '../keyboard/shortcuts-list.tsx'
import { useKeys } from '../keyboard/use-keys.ts'
import { words } from '../words/words.ts'
import { MainMenu } from './main-menu.tsx'
import { NetworkBar } from './network-bar.tsx'
import css from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/** Bar above, rail at the left, the page. A new page takes the focus, so that keyboard and screen reader follow. */
export function Shell({ children }: { children: ReactNode }) {
  const [at, go] = useLocation()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  useKeys({ 'g q': () => go('/'), 'g b': () => go('/board') })
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
  }, [at])
  return (
    <div className={css.shell}>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {words.shell.skip}
      </a>
      <TopBar />
      <div className={css.body}>
        <MainMenu />
        <main id="main" ref={main} tabIndex={-1} className={css.main}>
          <NetworkBar />
          {children}
        </main>
      </div>
      <ShortcutsList />
    </div>
  )
}
