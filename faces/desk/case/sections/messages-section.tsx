import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { seeMessages, type CasePage } from '@fatong/contract/desk/cases.ts'
import { call } from '../../api/call.ts'
import { Mark } from '../../shell/mark.tsx'
import { momentText } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'

const w = words.casePage

/** What was written to each other. What nobody had read is marked, and counts as read once it was on the screen. */
export function MessagesSection({ page }: { page: CasePage }) {
  const { messages } = page.state
  const list = useRef<HTMLUListElement>(null)
  useSeen(list, page)
  return (
    <Section
      name="messages"
      title={`${w.sections.messages} ${messages.length}`}
      extra={page.unread !== null && page.unread > 0 && <Mark tone="action">{w.unread(page.unread)}</Mark>}
    >
      {messages.length === 0 && <p className="soft">{w.noMessages}</p>}
      <ul ref={list} className={css.messages}>
        {messages.map((m) => (
          <li key={`${m.at} ${m.text}`} className={m.from.kind === 'citizen' ? css.theirs : css.ours}>
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

/** Tells the service once the messages came into view. When that fails they stay marked, and the next look tells it again. */
function useSeen(list: { current: HTMLUListElement | null }, { id, version, unread }: CasePage) {
  const client = useQueryClient()
  useEffect(() => {
    const element = list.current
    if (!element || unread === null || unread === 0) return
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      call(seeMessages, { params: { id }, body: { version } }).then(
        () => client.invalidateQueries({ queryKey: ['queue'] }),
        () => undefined,
      )
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [list, client, id, version, unread])
}
