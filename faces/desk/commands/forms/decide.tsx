import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { REFUSAL_REASONS, URGENT_GROUNDS } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import { Choice, Choices, DelayReason, Paragraph } from '../fields.tsx'
import { FilesField } from '../files-field.tsx'
import type { CommandForm } from '../form-of.ts'
import css from './decide.module.css'

const w = words.commands
const h = words.casePage.handling

/** The opinion the decision answers, before the approver's eyes. */
function ReviewShown({
  page: {
    state: { review },
  },
}: {
  page: CasePage
}) {
  return (
    <div className={css.review}>
      <p className="soft">{w.grantAid.reviewBy}</p>
      {review ? (
        <>
          <p>
            <b>{review.proposal === 'grant' ? h.grant : h.refuse}</b> · {review.by.name}
          </p>
          <p className="pre">{review.note}</p>
        </>
      ) : (
        <p>{w.grantAid.noReview}</p>
      )}
    </div>
  )
}

export const grantAid: CommandForm<'grantAid'> = {
  hint: w.grantAid.hint,
  Fields: ({ page, late }) => (
    <>
      <ReviewShown page={page} />
      <Paragraph<'grantAid'> name="note" label={w.grantAid.note} optional />
      <DelayReason late={late} />
    </>
  ),
  initial: () => ({ note: '' }),
}

export const refuseAid: CommandForm<'refuseAid'> = {
  hint: w.refuseAid.hint,
  Fields: ({ page }) => (
    <>
      <ReviewShown page={page} />
      <Choices<'refuseAid'>
        name="reasons"
        label={w.refuseAid.reasons}
        options={Object.fromEntries(
          Object.entries(REFUSAL_REASONS).filter(
            ([code]) => !page.closedRefusals.some(({ reason }) => reason === code),
          ),
        )}
        {...(page.closedRefusals.length > 0 ? { help: page.closedRefusals.map(({ why }) => why).join(' ') } : {})}
      />
      <Paragraph<'refuseAid'>
        name="explanation"
        label={w.refuseAid.explanation}
        help={w.refuseAid.explanationHelp}
        max={2000}
      />
    </>
  ),
  initial: ({ assessment }) => ({
    reasons: [],
    explanation:
      assessment?.overall.verdict === 'doesNotHold'
        ? assessment.overall.reasons
            .filter((r) => r.verdict === 'doesNotHold')
            .map(({ says }) => says)
            .join('\n')
        : '',
  }),
}

export const grantProvisionalAid: CommandForm<'grantProvisionalAid'> = {
  hint: w.grantProvisionalAid.hint,
  Fields: () => (
    <>
      <Choice<'grantProvisionalAid'> name="ground" label={w.grantProvisionalAid.ground} options={URGENT_GROUNDS} />
      <Paragraph<'grantProvisionalAid'> name="reason" label={w.grantProvisionalAid.reason} max={500} />
    </>
  ),
}

export const completeFormalities: CommandForm<'completeFormalities'> = {
  hint: w.completeFormalities.hint,
  Fields: ({ page }) => <FilesField page={page} />,
}
