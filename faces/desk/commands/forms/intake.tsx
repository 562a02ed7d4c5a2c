import { Alert } from 'antd'
import { words } from '../../words/words.ts'
import { Line, Paragraph } from '../fields.tsx'
import type { CommandForm } from '../form-of.ts'

const w = words.commands
/** A command that asks for nothing: its hint says what will happen. */
export const NoFields = () => null

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
