import { BellOutlined } from '@ant-design/icons'
import { Link, useLocation } from 'wouter'
import { words } from '../words/words.ts'
import css from './notices.module.css'
import { useUnread } from './use-unread.ts'

const w = words.notices

/** The way to one's notices, with how many nobody looked at; on a phone the word is heard, not seen. */
export function Bell() {
  const [at] = useLocation()
  const unread = useUnread() ?? 0
  return (
    <Link href="/notices" className={css.bell} aria-current={at === '/notices' ? 'page' : undefined}>
      <BellOutlined aria-hidden />
      <span className={css.word}>{w.title}</span>
      {unread > 0 && <b className={`num ${css.count}`}>{unread > 99 ? w.many : unread}</b>}
      {unread > 0 && <span className="sr-only">{w.unreadRest}</span>}
    </Link>
  )
}
