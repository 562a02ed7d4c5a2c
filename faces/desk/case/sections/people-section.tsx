import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { PROXY_RELATIONS, ROLES } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'
import { PersonCard } from './person-card.tsx'

const w = words.casePage

/** Both sides. Numbers are masked; seeing them needs a reason. */
export function PeopleSection({ page }: { page: CasePage }) {
  const { form } = page.state
  return (
    <Section name="people" title={w.sections.people}>
      <div className={css.people}>
        {page.people.map((person) => (
          <PersonCard
            key={person.personId}
            caseId={page.id}
            person={person}
            note={person.part === 'proxy' && form?.proxy ? PROXY_RELATIONS[form.proxy.relation] : undefined}
          />
        ))}
        {form && (
          <div className={css.person}>
            <h3>{w.opponents}</h3>
            {form.opponents.length === 0 && <p className="soft">{w.noOpponents}</p>}
            <ul>
              {form.opponents.map((o) => (
                <li key={o.name}>
                  <b>{o.name}</b>{' '}
                  <span className="soft">
                    {w.opponentKind[o.kind]}
                    {o.creditCode !== undefined && ` · ${w.creditCode} ${o.creditCode}`}
                  </span>
                  {o.affiliates !== undefined && (
                    <p className={css.fileNote}>{w.affiliates(o.affiliates.join('、'))}</p>
                  )}
                </li>
              ))}
            </ul>
            {form.helper && <p className="soft">{w.helper(form.helper.name, ROLES[form.helper.role])}</p>}
          </div>
        )}
      </div>
    </Section>
  )
}
