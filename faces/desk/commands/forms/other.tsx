import { words } from '../../words/words.ts'
import { Choice, Paragraph } from '../fields.tsx'
import { FilesField } from '../files-field.tsx'
import type { CommandForm } from '../form-of.ts'

const w = words.commands

export const decideObjection: CommandForm<'decideObjection'> = {
  Fields: () => (
    <>
      <Choice<'decideObjection'>
        name="outcome"
        label={w.decideObjection.outcome}
        options={{ uphold: w.decideObjection.uphold, orderCorrection: w.decideObjection.orderCorrection }}
      />
      <Paragraph<'decideObjection'> name="explanation" label={w.decideObjection.explanation} max={2000} />
    </>
  ),
}

export const carryOutCorrection: CommandForm<'carryOutCorrection'> = {
  Fields: () => <Paragraph<'carryOutCorrection'> name="note" label={w.carryOutCorrection.note} />,
}

export const addMaterials: CommandForm<'addMaterials'> = {
  Fields: ({ page }) => (
    <>
      <FilesField page={page} />
      <Paragraph<'addMaterials'> name="note" label={w.addMaterials.note} optional rows={2} />
    </>
  ),
  initial: () => ({ note: '', materialIds: [] }),
}

export const leaveMessage: CommandForm<'leaveMessage'> = {
  Fields: () => (
    <>
      <Choice<'leaveMessage'> name="to" label={w.leaveMessage.to} options={words.casePage.messagesTo} />
      <Paragraph<'leaveMessage'> name="text" label={w.leaveMessage.text} />
    </>
  ),
  initial: () => ({ to: 'applicant' }),
}
