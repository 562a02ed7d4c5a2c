import { CheckOutlined, PauseOutlined } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { momentText } from '../time/format.ts'
import { SAME_DAY_STEPS } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import css from './step-strip.module.css'

type Step = keyof typeof SAME_DAY_STEPS
const w = words.casePage

/** 申请 → 受理 → 决定 → 指派, with the hour under each. */
export function StepStrip({ state }: { state: CasePage['state'] }) {
  const standing = state.pauses.some(({ until }) => until === undefined)
  return (
    <ol className={css.steps} aria-label={w.steps}>
      {(Object.keys(SAME_DAY_STEPS) as Step[]).map((step) => {
        const record = state.steps[step]
        const look = record?.doneAt !== undefined ? 'done' : record ? (standing ? 'paused' : 'now') : 'waiting'
        const says =
          record?.doneAt !== undefined
            ? momentText(record.doneAt)
            : look === 'paused'
              ? w.stepPaused
              : look === 'now'
                ? w.stepNow
                : w.stepWaiting
        return (
          <li key={step} className={css[look]}>
            <span className={css.dot} aria-hidden>
              {look === 'done' ? <CheckOutlined /> : look === 'paused' ? <PauseOutlined /> : null}
            </span>
            <b>{SAME_DAY_STEPS[step]}</b>
            <span className={css.when}>{says}</span>
            {record?.missReason !== undefined && <span className={css.when}>{w.missReason(record.missReason)}</span>}
          </li>
        )
      })}
    </ol>
  )
}
