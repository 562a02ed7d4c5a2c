import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { seeMessages, type CasePage } from '@fatong/contract/desk/cases.ts'
import { isAttended, onTouch } from '../../api/attended.ts'
import { call } from '../../api/call.ts'
import { useMe } from '../../session/session-gate.tsx'
import { Mark } from '../../shell/mark.tsx'
import { momentText } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'

const w = words.casePage

/** What was written to each other. What nobody had read is marked, and counts as read once the last of it was on the screen of somebody who is there. */
export function MessagesSection({ page }: { page: CasePage }) {
  const { messages } = page.state
  const me = useMe()
  const side = page.state.assignment?.provider.staffId === me.staffId ? 'lawyer' : 'agency'
  const last = messages.findLastIndex(({ to }) => to === side)
  const lastUnread = useRef<HTMLLIElement>(null)
  useSeen(lastUnread, page)
  return (
    <Section
      name="messages"
      title={`${w.sections.messages} ${messages.length}`}
      extra={page.unread !== null && page.unread > 0 && <Mark tone="action">{w.unread(page.unread)}</Mark>}
    >
      {messages.length === 0 && <p className="soft">{w.noMessages}</p>}
      <ul className={css.messages}>
        {messages.map((m, n) => (
          <li
            key={`${m.at} ${m.text}`}
            ref={n === last ? lastUnread : undefined}
            className={m.from.kind === 'citizen' ? css.theirs : css.ours}
          >
            <p className={css.fileNote}>
              {m.from.name} · {w.messagesTo[m.to]} · {momentText(m.at)}
            </p>
            <p className="pre">{m.text}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How much of a message is on the screen when it was seen: half of it, or of a long one as much as fills half of the screen. */
const SEEN = 0.5
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, SEEN, 1]
const onScreen = ({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry) =>
  isIntersecting &&
  (intersectionRatio >= SEEN || (rootBounds !== null && intersectionRect.height >= rootBounds.height * SEEN))

/**
 * Tells the service once the last unread message came into view while somebody was there: a page that lies open at night
 * fetches what comes and reads nothing. When that fails they stay marked, and the next look tells it again.
 */
function useSeen(last: { current: HTMLElement | null }, { id, version, unread }: CasePage) {
  const client = useQueryClient()
  useEffect(() => {
    const element = last.current
    if (!element || unread === null || unread === 0) return
    let inView = false
    const look = () => {
      if (!inView || !isAttended()) return
      end()
      call(seeMessages, { params: { id }, body: { version } }).then(
        () => client.invalidateQueries({ queryKey: ['queue'] }),
        () => undefined,
      )
    }
    const observer = new IntersectionObserver(
      (entries) => {
        inView = entries.some(onScreen)
        look()
      },
      { threshold: STEPS },
    )
    const ignore = onTouch(look)
    const end = () => {
      observer.disconnect()
      ignore()
    }
    observer.observe(element)
    return end
  }, [last, client, id, version, unread])
}
