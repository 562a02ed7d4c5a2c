import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { namesListed } from '../../../ui/names-listed.ts'
import { words } from '../../words/words.ts'
import { Choice, Paragraph } from '../fields.tsx'
import { FilesField } from '../files-field.tsx'
import type { CommandForm } from '../form-of.ts'

const w = words.commands

export const fileObjection: CommandForm<'fileObjection'> = {
  hint: w.fileObjection.hint,
  Fields: ({ page }) => (
    <>
      <Paragraph<'fileObjection'>
        name="statement"
        label={w.fileObjection.statement}
        help={w.fileObjection.statementHelp}
        max={2000}
        rows={6}
      />
      <FilesField page={page} label={w.fileObjection.materials} onlyNew />
    </>
  ),
  initial: () => ({ materialIds: [] }),
}

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

const organisationsOf = ({ state }: CasePage): Record<string, string> =>
  Object.fromEntries(
    (state.form?.opponents ?? []).filter(({ kind }) => kind === 'organisation').map(({ name }) => [name, name]),
  )

export const nameAffiliates: CommandForm<'nameAffiliates'> = {
  hint: w.nameAffiliates.hint,
  Fields: ({ page }) => (
    <>
      <Choice<'nameAffiliates'> name="opponent" label={w.nameAffiliates.opponent} options={organisationsOf(page)} />
      <Paragraph<'nameAffiliates'>
        name="names"
        label={w.nameAffiliates.names}
        help={w.nameAffiliates.namesHelp}
        rows={3}
      />
    </>
  ),
  initial: (page) => ({ opponent: Object.keys(organisationsOf(page))[0] }) as Record<string, unknown>,
  toBody: ({ opponent, names }) => ({ opponent, names: namesListed(typeof names === 'string' ? names : '') }),
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
