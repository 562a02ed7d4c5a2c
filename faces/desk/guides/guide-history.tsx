import { Mark } from '../shell/mark.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { GuideText } from './guide-text.tsx'
import type { GuideVersion } from './guide-parts.ts'
import css from './guides.module.css'

const w = words.guides
const TONES = { draft: 'due', published: 'done', returned: 'late', withdrawn: 'pause' } as const

/** Every version: who wrote it and why, who reviewed it and what they said. */
export function GuideHistory({ versions }: { versions: readonly GuideVersion[] }) {
  return (
    <section className="card padded" aria-labelledby="history">
      <h2 id="history">{w.history}</h2>
      {versions.length === 0 ? (
        <p className="soft gap-above">{w.noHistory}</p>
      ) : (
        <ol className={css.history}>
          {versions.map((one) => (
            <li key={one.version}>
              <Past version={one} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Past({
  version: { version, state, note, writtenByName, writtenAt, reviewedByName, reviewedAt, reviewNote, body, takeDown },
}: {
  version: GuideVersion
}) {
  return (
    <>
      <p className="row">
        <b>{w.version(version)}</b>
        <Mark tone={TONES[state]}>{w.states[state]}</Mark>
      </p>
      <p>{takeDown ? w.downBecause(note) : note}</p>
      <p className="soft">{w.by(writtenByName, momentText(writtenAt))}</p>
      {reviewedByName !== null && reviewedAt !== null && (
        <p className="soft">{w.reviewedBy(reviewedByName, momentText(reviewedAt), reviewNote ?? '')}</p>
      )}
      {!takeDown && (
        <details>
          <summary aria-label={w.readVersion(version)}>{w.readShort}</summary>
          <GuideText body={body} />
        </details>
      )}
    </>
  )
}
