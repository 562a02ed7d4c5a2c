import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { momentText } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'

const w = words.casePage

export function MessagesSection({ page }: { page: CasePage }) {
  const { messages } = page.state
  return (
    <Section name="messages" title={`${w.sections.messages} ${messages.length}`}>
      {messages.length === 0 && <p className="soft">{w.noMessages}</p>}
      <ul className={css.messages}>
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
