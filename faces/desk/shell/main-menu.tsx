import { Link, useLocation } from 'wouter'
import { words } from '../words/words.ts'
import css from './main-menu.module.css'
import { placesFor, type PlaceOfDesk } from './places.tsx'
import { useMe } from '../session/session-gate.tsx'

/** The pages of the desk: a rail of icons with words on a wide screen, a list in the menu of a narrow one. */
export function MainMenu({ list = false, onGo }: { list?: boolean; onGo?: () => void }) {
  const me = useMe()
  const [at] = useLocation()
  const current = (place: PlaceOfDesk) =>
    at.startsWith(place.starts) ||
    (place.href === '/' && (at === '/' || at.startsWith('/cases') || at.startsWith('/search')))
      ? ('page' as const)
      : undefined
  return (
    <nav aria-label={words.shell.mainMenu} className={list ? css.list : css.rail}>
      <ul>
        {placesFor(me).map((place) => (
          <li key={place.href}>
            {place.outside ? (
              <a href={place.href} target="_blank" rel="noopener" title={place.hint} className={css.item}>
                {place.icon}
                <span>{place.label}</span>
              </a>
            ) : (
              <Link href={place.href} className={css.item} aria-current={current(place)} onClick={onGo}>
                {place.icon}
                <span>{place.label}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
