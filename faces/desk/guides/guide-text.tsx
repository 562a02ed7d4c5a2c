import { words } from '../words/words.ts'
import { citationParts } from './citation-key.ts'
import { type Body, type MarkedLine, type Part, partsOf } from './guide-parts.ts'
import css from './guides.module.css'

const w = words.guides
const NUMBERED = new Set(['steps'])

/** A guide to read; held against an earlier text, what was added and removed stands out. */
export function GuideText({ body, before, onlyChanges = false }: { body: Body; before?: Body | undefined; onlyChanges?: boolean }) {
  const parts = partsOf(body, before).filter(({ lines }) => lines.length > 0 && (!onlyChanges || lines.some(({ mark }) => mark !== 'kept')))
  if (parts.length === 0) return <p className="soft">{w.noChange}</p>
  return <div>{parts.map((part) => <PartText key={part.name} part={part} />)}</div>
}

function PartText({ part: { name, lines } }: { part: Part }) {
  const List = NUMBERED.has(name) ? 'ol' : 'ul'
  return <section className={css.part}><h3>{w.parts[name]}</h3><List className={NUMBERED.has(name) ? css.numbered : undefined}>{lines.map((line, i) => <li key={`${line.mark} ${line.text} ${i}`}><LineText line={line} /></li>)}</List></section>
}

function LineText({ line: { text, cites, mark } }: { line: MarkedLine }) {
  const said = <>{text}{cites.map((key) => <Cited key={key} cite={key} />)}</>
  if (mark === 'kept') return said
  const Tag = mark === 'added' ? 'ins' : 'del'
  return <Tag className={mark === 'added' ? css.added : css.removed}><b className={css.sign}>{mark === 'added' ? w.added : w.removed}</b>{said}</Tag>
}

/** Opens the article in the library beside this page. */
function Cited({ cite }: { cite: string }) {
  const { law, number } = citationParts(cite)
  return <a className={css.cite} href={`/desk/library/find?q=${encodeURIComponent(`${law}${number}`)}`} target="_blank" rel="noopener">{w.article(law, number)}</a>
}
