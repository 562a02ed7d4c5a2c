import { Form, Radio } from 'antd'
import { CLOSED_BY } from '../../vocabulary.ts'
import { today } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import { Choice, DayField, Line, Paragraph, Yuan } from '../fields.tsx'
import { FilesField } from '../files-field.tsx'
import type { CommandForm } from '../form-of.ts'
import { TextList } from '../text-list.tsx'

const w = words.commands

export const concludeCase: CommandForm<'concludeCase'> = {
  Fields: ({ page }) => (
    <>
      <DayField<'concludeCase'> name="concludedOn" label={w.concludeCase.concludedOn} to={today()} />
      <Choice<'concludeCase'> name="closedBy" label={w.concludeCase.closedBy} options={CLOSED_BY} />
      <Line<'concludeCase'> name="basis" label={w.concludeCase.basis} help={w.concludeCase.basisHelp} max={300} />
      <Paragraph<'concludeCase'> name="outcome" label={w.concludeCase.outcome} max={2000} />
      <Yuan<'concludeCase'> name="recoveredFen" label={w.concludeCase.recovered} optional />
      <FilesField page={page} kind="judgment" />
    </>
  ),
  initial: () => ({ concludedOn: today() }),
}

export const submitFile: CommandForm<'submitFile'> = {
  Fields: ({ page }) => (
    <>
      <Paragraph<'submitFile'> name="report" label={w.submitFile.report} max={5000} rows={8} />
      <Form.Item name="propertyTaken" label={w.submitFile.propertyTaken} extra={w.submitFile.propertyHelp}>
        <Radio.Group
          optionType="button"
          options={[
            { value: false, label: w.submitFile.no },
            { value: true, label: w.submitFile.yes },
          ]}
        />
      </Form.Item>
      <FilesField page={page} kind="closingFile" />
    </>
  ),
}

export const returnFile: CommandForm<'returnFile'> = {
  Fields: () => <TextList name="reasons" label={w.returnFile.reasons} />,
  initial: () => ({ reasons: [''] }),
}

export const approveSubsidy: CommandForm<'approveSubsidy'> = {
  hint: w.approveSubsidy.hint,
  Fields: () => <Yuan<'approveSubsidy'> name="amountFen" label={w.approveSubsidy.amount} />,
}

const ASKED = { yes: true, no: false, unknown: null } as const
type Asked = keyof typeof ASKED

export const recordEvaluation: CommandForm<'recordEvaluation'> = {
  Fields: () => (
    <>
      <Form.Item name="asked" label={w.recordEvaluation.satisfied}>
        <Radio.Group
          optionType="button"
          options={(Object.keys(ASKED) as Asked[]).map((value) => ({ value, label: w.recordEvaluation[value] }))}
        />
      </Form.Item>
      <Choice<'recordEvaluation'> name="grade" label={w.recordEvaluation.grade} options={words.casePage.grades} />
      <Paragraph<'recordEvaluation'> name="note" label={w.recordEvaluation.note} optional />
    </>
  ),
  initial: () => ({ note: '' }),
  toBody: ({ asked, ...rest }) => ({ ...rest, satisfied: ASKED[(asked ?? 'unknown') as Asked] }),
}

export const archiveCase: CommandForm<'archiveCase'> = {
  Fields: () => <Line<'archiveCase'> name="shelf" label={w.archiveCase.shelf} />,
}
