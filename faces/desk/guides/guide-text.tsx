import { words } from '../words/words.ts'
import { CitedArticle } from './cited-article.tsx'
import { type Body, type MarkedLine, type Part, partsOf } from './guide-parts.ts'
import css from './guides.module.css'

const w = words.guides
const NUMBERED = new Set(['steps'])

/** A guide to read; held against an earlier text, what was added and removed stands out. */
export function GuideText({
  body,
  before,
  onlyChanges = false,
}: {
  body: Body
  before?: Body | undefined
  onlyChanges?: boolean
}) {
  const parts = partsOf(body, before).filter(
    ({ lines }) => lines.length > 0 && (!onlyChanges || lines.some(({ mark }) => mark !== 'kept')),
  )
  if (parts.length === 0) return <p className="soft">{w.noChange}</p>
  return (
    <div className={css.text}>
      {parts.map((part) => (
        <PartText key={part.name} part={part} />
      ))}
    </div>
  )
}

function PartText({ part: { name, lines } }: { part: Part }) {
  const numbered = NUMBERED.has(name)
  const List = numbered ? 'ol' : 'ul'
  // What goes away has no number: the others are counted as people will read them.
  const numberAt = (at: number) => lines.slice(0, at + 1).filter(({ mark }) => mark !== 'removed').length
  return (
    <section className={css.part}>
      <h3>{w.parts[name]}</h3>
      <List className={numbered ? css.numbered : undefined}>
        {lines.map((line, i) => (
          <li
            key={`${line.mark} ${line.text} ${i}`}
            {...(numbered && line.mark !== 'removed' ? { value: numberAt(i) } : { className: css.uncounted })}
          >
            <LineText line={line} />
          </li>
        ))}
      </List>
    </section>
  )
}

function LineText({ line: { text, cites, mark, words: at } }: { line: MarkedLine }) {
  const [from, to] = at ?? [0, 0]
  const said = (
    <>
      {to > from ? (
        <>
          {text.slice(0, from)}
          <b className={css.differs}>{text.slice(from, to)}</b>
          {text.slice(to)}
        </>
      ) : (
        text
      )}
      {cites.map((key) => (
        <CitedArticle key={key} cite={key} />
      ))}
    </>
  )
  if (mark === 'kept') return said
  const Tag = mark === 'added' ? 'ins' : 'del'
  return (
    <Tag className={mark === 'added' ? css.added : css.removed}>
      <b className={css.sign}>{mark === 'added' ? w.added : w.removed}</b>
      {said}
    </Tag>
  )
}
