import { Form, Radio } from 'antd'
import { waitingReports } from '../../case/termination-reports.ts'
import { today } from '../../time/format.ts'
import { DECLINE_REASONS, TERMINATION_GROUNDS } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import { Choice, DayField, Paragraph } from '../fields.tsx'
import { FilesField } from '../files-field.tsx'
import type { CommandForm } from '../form-of.ts'
import { TextList } from '../text-list.tsx'
import css from './decide.module.css'
import { NoFields } from './intake.tsx'

const w = words.commands

export const acceptAssignment: CommandForm<'acceptAssignment'> = { Fields: NoFields, hint: w.acceptAssignment.hint }

export const declineAssignment: CommandForm<'declineAssignment'> = {
  Fields: () => (
    <>
      <Choice<'declineAssignment'> name="reason" label={w.declineAssignment.reason} options={DECLINE_REASONS} />
      <Paragraph<'declineAssignment'> name="explanation" label={w.declineAssignment.explanation} max={500} />
    </>
  ),
}

export const recordEngagement: CommandForm<'recordEngagement'> = {
  hint: w.recordEngagement.hint,
  Fields: ({ page }) => (
    <>
      <DayField<'recordEngagement'> name="signedOn" label={w.recordEngagement.signedOn} to={today()} />
      <FilesField page={page} kind="engagement" />
      <Paragraph<'recordEngagement'>
        name="obstacle"
        label={w.recordEngagement.obstacle}
        help={w.recordEngagement.obstacleHelp}
        optional
        max={500}
        rows={2}
      />
    </>
  ),
  initial: () => ({ signedOn: today(), materialIds: [] }),
}

export const startWork: CommandForm<'startWork'> = {
  Fields: () => (
    <>
      <DayField<'startWork'> name="meetingOn" label={w.startWork.meetingOn} to={today()} />
      <Paragraph<'startWork'> name="note" label={w.startWork.note} max={2000} />
    </>
  ),
  initial: () => ({ meetingOn: today() }),
}

export const reportProgress: CommandForm<'reportProgress'> = {
  Fields: ({ page }) => (
    <>
      <Paragraph<'reportProgress'>
        name="note"
        label={w.reportProgress.note}
        help={w.reportProgress.noteHelp}
        max={2000}
      />
      <FilesField page={page} kind="caseMaterial" />
    </>
  ),
}

export const reportTerminationGround: CommandForm<'reportTerminationGround'> = {
  hint: w.reportTerminationGround.hint,
  Fields: () => (
    <>
      <Choice<'reportTerminationGround'>
        name="ground"
        label={w.reportTerminationGround.ground}
        options={TERMINATION_GROUNDS}
      />
      <Paragraph<'reportTerminationGround'> name="note" label={w.reportTerminationGround.note} />
    </>
  ),
}

export const declineTermination: CommandForm<'declineTermination'> = {
  hint: w.declineTermination.hint,
  Fields: ({ page: { state } }) => (
    <>
      {waitingReports(state).map((report) => (
        <div key={`${report.at} ${report.ground}`} className={css.review}>
          <b>{w.declineTermination.asked}</b>
          <br />
          {TERMINATION_GROUNDS[report.ground]} · {report.by.name}
          <br />
          {report.note}
        </div>
      ))}
      <Paragraph<'declineTermination'>
        name="reason"
        label={w.declineTermination.reason}
        help={w.declineTermination.reasonHelp}
      />
    </>
  ),
}

export const requestReplacement: CommandForm<'requestReplacement'> = {
  Fields: () => <Paragraph<'requestReplacement'> name="reason" label={w.requestReplacement.reason} />,
}

export const decideReplacement: CommandForm<'decideReplacement'> = {
  Fields: () => (
    <>
      <Form.Item name="approve" label={w.decideReplacement.approve}>
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: w.decideReplacement.yes },
            { value: false, label: w.decideReplacement.no },
          ]}
        />
      </Form.Item>
      <Paragraph<'decideReplacement'> name="reason" label={w.decideReplacement.reason} />
    </>
  ),
}

export const terminateAid: CommandForm<'terminateAid'> = {
  hint: w.terminateAid.hint,
  Fields: () => (
    <>
      <Choice<'terminateAid'> name="ground" label={w.terminateAid.ground} options={TERMINATION_GROUNDS} />
      <TextList name="evidence" label={w.terminateAid.evidence} />
      <Paragraph<'terminateAid'> name="explanation" label={w.terminateAid.explanation} max={2000} />
    </>
  ),
  // What was declined is answered: it is no draft of a decision that ends the aid.
  initial: ({ state }) => {
    const report = waitingReports(state).at(-1)
    return { evidence: [''], ...(report && { ground: report.ground, explanation: report.note }) }
  },
}
