import { Alert } from 'antd'
import { daysAfter, dayText, today } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import { DayField, Line, Paragraph } from '../fields.tsx'
import { FilesField } from '../files-field.tsx'
import type { CommandForm } from '../form-of.ts'

const w = words.commands
/** A command that asks for nothing: its hint says what will happen. */
export const NoFields = () => null

export const supplyMaterials: CommandForm<'supplyMaterials'> = {
  hint: w.supplyMaterials.hint,
  Fields: ({ page }) => (
    <>
      <p className="soft">{w.supplyMaterials.asked}</p>
      <ul className="gap-below">
        {page.state.supplement?.items.map(({ code, wording }) => (
          <li key={code}>{wording}</li>
        ))}
      </ul>
      <FilesField page={page} label={w.supplyMaterials.materials} onlyNew />
      <Paragraph<'supplyMaterials'>
        name="note"
        label={w.supplyMaterials.note}
        help={w.supplyMaterials.noteHelp}
        optional
        rows={3}
      />
    </>
  ),
  initial: () => ({ note: '', materialIds: [] }),
}

export const extendSupplement: CommandForm<'extendSupplement'> = {
  Fields: ({ page: { state } }) => (
    <>
      {state.supplement && (
        <p className="soft gap-below">{w.extendSupplement.hint(dayText(state.supplement.deadline))}</p>
      )}
      <DayField<'extendSupplement'>
        name="deadline"
        label={w.extendSupplement.deadline}
        help={w.extendSupplement.deadlineHelp}
        from={daysAfter(today(), 1)}
      />
      <Paragraph<'extendSupplement'>
        name="reason"
        label={w.extendSupplement.reason}
        help={w.extendSupplement.reasonHelp}
        max={500}
        rows={3}
      />
    </>
  ),
  initial: ({ state, supplementDays }) => {
    const now = today(),
      before = state.supplement?.deadline ?? now
    return { deadline: daysAfter(before > now ? before : now, supplementDays) }
  },
}

export const confirmDeemedWithdrawn: CommandForm<'confirmDeemedWithdrawn'> = {
  Fields: ({ page: { notHandedIn } }) =>
    notHandedIn.length > 0 && (
      <Alert type="warning" showIcon title={w.confirmDeemedWithdrawn.uploaded(notHandedIn.length)} />
    ),
  hint: w.confirmDeemedWithdrawn.hint,
}

export const withdrawApplication: CommandForm<'withdrawApplication'> = {
  Fields: () => <Paragraph<'withdrawApplication'> name="reason" label={w.withdrawApplication.reason} max={500} />,
}

export const transferApplication: CommandForm<'transferApplication'> = {
  hint: w.transferApplication.hint,
  Fields: () => (
    <>
      <Line<'transferApplication'> name="to" label={w.transferApplication.to} />
      <Paragraph<'transferApplication'> name="reason" label={w.transferApplication.reason} max={500} />
    </>
  ),
}

export const startRemoteVerification: CommandForm<'startRemoteVerification'> = {
  Fields: () => (
    <>
      <Line<'startRemoteVerification'> name="agency" label={w.startRemoteVerification.agency} />
      <Paragraph<'startRemoteVerification'> name="question" label={w.startRemoteVerification.question} max={500} />
    </>
  ),
}

export const finishRemoteVerification: CommandForm<'finishRemoteVerification'> = {
  Fields: () => <Paragraph<'finishRemoteVerification'> name="result" label={w.finishRemoteVerification.result} />,
}
