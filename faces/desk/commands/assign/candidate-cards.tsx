import { Tag } from 'antd'
import type { candidates } from '@fatong/contract/desk/cases.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { findingText } from '../../case/sections/handling-facts.ts'
import { words } from '../../words/words.ts'
import css from './assign.module.css'

type Candidate = ReplyOf<typeof candidates>['items'][number]
interface Props {
  free: Candidate[]
  banned: Candidate[]
  value?: string
  onChange?: (staffId: string) => void
}
const w = words.commands.assignLawyer
const c = words.casePage

/** Who may be assigned, best first, with the reasons; those who may not are greyed with why. */
export function CandidateCards({ free, banned, value, onChange }: Props) {
  return (
    <fieldset className="plain-fieldset">
      <legend>{w.choose}</legend>
      {free.map((one, i) => (
        <label key={one.staffId} className={`${css.card} ${value === one.staffId ? css.chosen : ''}`}>
          <input
            type="radio"
            name="candidate"
            value={one.staffId}
            checked={value === one.staffId}
            onChange={() => onChange?.(one.staffId)}
          />
          <span className={css.body}>
            <span className={css.name}>
              <b>{one.name}</b>
              <span>
                {one.orgName} · {one.kindText}
              </span>
              {i === 0 && <Tag color="blue">{w.best}</Tag>}
            </span>
            <Load open={one.openLoad} capacity={one.capacity} />
            <span className={css.reasons}>
              {one.reasons.map((r) => (
                <span key={r.says} className={r.weight < 0 ? css.against : undefined}>
                  {r.weight < 0 ? '−' : '+'} {r.says}
                </span>
              ))}
            </span>
            {one.warnings.map((text) => (
              <span key={text} className={css.explain}>
                {text}
              </span>
            ))}
            {one.findings.length === 0 ? (
              <span className={css.clear}>✓ {w.clear}</span>
            ) : (
              one.findings.map((f) => (
                <span key={findingText(f)} className={css.explain}>
                  {findingText(f)}
                </span>
              ))
            )}
          </span>
        </label>
      ))}
      {banned.length > 0 && (
        <details className={css.banned}>
          <summary>{w.showBanned(banned.length)}</summary>
          {banned.map((one) => (
            <p key={one.staffId}>
              <b>{one.name}</b> {one.orgName}
              <br />
              {w.banned}
              {[
                ...one.banned,
                ...one.findings
                  .filter((f) => f.severity === 'ban')
                  .map((f) => `${c.conflictCodes[f.code as keyof typeof c.conflictCodes]}（${f.with}）`),
              ].join('；')}
            </p>
          ))}
        </details>
      )}
    </fieldset>
  )
}

function Load({ open, capacity }: { open: number; capacity: number }) {
  return (
    <span className={css.load}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect width="100" height="6" fill="#e6eaf0" />
        <rect width={Math.min(100, (open / Math.max(1, capacity)) * 100)} height="6" fill="currentColor" />
      </svg>
      {w.load(open, capacity)}
    </span>
  )
}
