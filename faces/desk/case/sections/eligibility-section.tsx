import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined, QuestionCircleFilled } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import type { ReactNode } from 'react'
import { FACTS, type FactKey } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import { Section } from '../section.tsx'
import { Citations } from './citations.tsx'
import css from './eligibility.module.css'

type Assessment = NonNullable<CasePage['assessment']>
type Part = Assessment['overall']
const w = words.casePage
const ICONS: Record<Part['verdict'], ReactNode> = {
  holds: <CheckCircleFilled className={css.holds} />,
  doesNotHold: <CloseCircleFilled className={css.doesNotHold} />,
  notApplicable: <MinusCircleOutlined className={css.notApplicable} />,
  needsFacts: <QuestionCircleFilled className={css.needsFacts} />,
}

/** What the rules say, each reason with its article and how sure we are of it. The decision stays with people. */
export function EligibilitySection({ page }: { page: CasePage }) {
  const a = page.assessment
  return (
    <Section name="eligibility" title={w.sections.eligibility}>
      {!a && <p className="soft">{w.noAssessment}</p>}
      {a && (
        <>
          <div className={css.answer}>
            {ICONS[a.overall.verdict]}
            <div>
              <p className={css.headline}>{a.conclusion.headline}</p>
              <p>{a.conclusion.text}</p>
            </div>
          </div>
          <ul className={css.parts}>
            <One name={w.questions.matter} part={a.matter} />
            <One name={w.questions.person} part={a.person} />
            <One name={w.questions.means} part={a.means}>
              <ul className={css.inner} aria-label={w.separate}>
                <One name={w.questions.meansNotRequired} part={a.means.meansNotRequired} />
                <One name={w.questions.meansCheckWaived} part={a.means.meansCheckWaived} />
                <One name={w.questions.notifiedDefense} part={a.means.notifiedDefense} />
                <One name={w.questions.threshold} part={a.means.threshold} />
              </ul>
            </One>
            <One name={w.questions.jurisdiction} part={a.jurisdiction} />
            {a.urgent.verdict !== 'notApplicable' && <One name={w.questions.urgent} part={a.urgent} />}
            {a.priority.verdict === 'holds' && <One name={w.questions.priority} part={a.priority} />}
          </ul>
          {a.suggestions.length > 0 && (
            <details className={css.more}>
              <summary>{w.suggestions}</summary>
              <ul>
                {a.suggestions.map((s) => (
                  <li key={s.code}>
                    {s.says} <Citations all={s.citations} />
                  </li>
                ))}
              </ul>
            </details>
          )}
          {a.materials.length > 0 && (
            <details className={css.more}>
              <summary>{w.materialsNeeded}</summary>
              <ul>
                {a.materials.map((m) => (
                  <li key={m.code}>
                    <b>{m.name}</b>
                    {m.when === 'later' && `（${w.later}）`}：{m.says} <Citations all={m.citations} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Section>
  )
}

function One({ name, part, children }: { name: string; part: Part; children?: ReactNode }) {
  return (
    <li>
      <p className={css.title}>
        {ICONS[part.verdict]} <b>{name}</b> <span className={css[part.verdict]}>{w.verdict[part.verdict]}</span>
      </p>
      {children ??
        part.reasons.map((r) => (
          <p key={r.ruleId + r.says} className={css.reason}>
            {r.says} <Citations all={r.citations} />
          </p>
        ))}
      {!children && part.verdict === 'needsFacts' && part.facts.length > 0 && (
        <p className={css.reason}>
          {w.missing}
          {part.facts.map((f: FactKey) => FACTS[f].question).join(' ')}
        </p>
      )}
    </li>
  )
}
