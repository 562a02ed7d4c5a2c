import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'
import { handlingFacts } from './handling-facts.ts'

/** Opinions, decisions, the lawyer and the work, in the order in which they came about. */
export function HandlingSection({ page }: { page: CasePage }) {
  const facts = handlingFacts(page.state)
  return (
    <Section name="handling" title={words.casePage.sections.handling}>
      {facts.length === 0 && <p className="soft">{words.casePage.handling.nothing}</p>}
      <dl className={css.handling}>
        {facts.map(([label, lines]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line} className="pre">
                  {line}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
