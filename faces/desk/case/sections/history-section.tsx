import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { CHANNELS } from '../../vocabulary.ts'
import { momentText } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'

const w = words.casePage
const channelText = (code: string): string =>
  Object.hasOwn(CHANNELS, code) ? CHANNELS[code as keyof typeof CHANNELS] : code

/** Everything that happened, the newest first: who, when, from where, on which paper. */
export function HistorySection({ page }: { page: CasePage }) {
  return (
    <Section name="history" title={w.sections.history}>
      <HistoryList entries={[...page.history].reverse()} />
    </Section>
  )
}

export function HistoryList({ entries }: { entries: CasePage['history'] }) {
  return (
    <ol className={css.history}>
      {entries.map((e) => (
        <li key={`${e.version} ${e.text}`}>
          <p>
            <b>{e.text}</b>
            {e.documentNumber !== null && <span className={css.docNumber}>{w.documentOf(e.documentNumber)}</span>}
          </p>
          {e.detail !== null && <p className="pre">{e.detail}</p>}
          <p className={css.fileNote}>
            <time>{momentText(e.at)}</time> · {e.by}
            {e.place !== null && ` · ${e.place}`} · {channelText(e.channel)}
          </p>
        </li>
      ))}
    </ol>
  )
}
