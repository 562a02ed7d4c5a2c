import { z } from 'zod'
import { blank, facts, heading, note, number, pair, tall, title, twoPairs } from '../block.ts'
import { choice, day, everyFilePaper, optionalChoice, optionalDay, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY } from '../phrases.ts'

/** 更换申请审批表: who asked for another lawyer, why, and what was decided (法援法 55; CF-5 to CF-8, T17). */
export const replacementForm = filePaper({
  title: '更换法律援助人员申请审批表',
  schema: z.object({
    ...everyFilePaper,
    recipient: text('受援人'),
    matter: text('申请事项'),
    provider: optionalText('原法律援助人员'),
    handlingOrg: optionalText('原承办单位'),
    assignedOn: optionalDay('指派日期'),
    cause: choice('谁提出', { recipient: '受援人请求', provider: '法律援助人员申请', agency: '本机构决定' }),
    askedBy: text('提出人'),
    askedOn: day('提出日期'),
    reason: text('更换的理由'),
    outcome: optionalChoice('审批结果', { approved: '同意更换', refused: '不同意更换' }),
    explanation: optionalText('核实情况和审批意见'),
    approver: optionalText('审批人'),
    decidedOn: optionalDay('审批日期'),
  }),
  blocks: [
    title('更换法律援助人员申请审批表'),
    number('受理编号：{受理编号}'),
    heading('一、申请'),
    facts(
      pair('受援人', '{受援人}'),
      pair('事项', '{申请事项}'),
      twoPairs('原法律援助人员', '{原法律援助人员}', '指派日期', '{指派日期}'),
      pair('原承办单位', '{原承办单位}'),
      pair('谁提出', '{谁提出}'),
      twoPairs('提出人', '{提出人}', '提出日期', '{提出日期}'),
      tall('更换的理由', '{更换的理由}'),
    ),
    heading('二、审批'),
    facts(
      pair('审批结果', '{审批结果}'),
      tall('核实和审批意见', '{核实情况和审批意见}'),
      twoPairs('审批人', '{审批人}', '审批日期', '{审批日期}'),
    ),
    blank('审批人（签名）：'),
    note(FROM_HISTORY),
  ],
})
