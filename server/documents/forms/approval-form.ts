import { z } from 'zod'
import { facts, heading, note, number, pair, tall, title, twoPairs, when } from '../block.ts'
import { choice, day, everyFilePaper, lines, optionalDay, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY, LAW } from '../phrases.ts'

/** 法律援助审批表: on what the application was examined and decided, by two people (法援法 43; T10, T11, I4). */
export const approvalForm = filePaper({
  title: '法律援助审批表',
  schema: z.object({
    ...everyFilePaper,
    applicant: text('申请人'),
    appliedOn: day('申请日期'),
    matter: text('申请事项'),
    serviceForm: text('援助形式'),
    opponent: optionalText('对方当事人'),
    means: choice('经济条件', { check: '需要核查', waived: '免予核查', notRequired: '不受经济条件限制' }),
    acceptedBy: optionalText('受理人'),
    acceptedOn: optionalDay('受理日期'),
    urgent: optionalText('先行提供的情形'),
    verified: optionalText('异地核查结果'),
    checked: text('按规则核对'),
    proposal: choice('审查建议', { grant: '建议给予法律援助', refuse: '建议不予法律援助' }),
    opinion: optionalText('审查意见'),
    reviewer: text('审查人'),
    reviewedOn: day('审查日期'),
    outcome: choice('审批结果', { granted: '给予法律援助', refused: '不予法律援助' }),
    reasons: lines('不予援助的理由', 0),
    note: optionalText('审批意见'),
    delayReason: optionalText('没有当天决定的原因'),
    approver: text('审批人'),
    decidedOn: day('审批日期'),
    decisionNumber: text('决定书编号'),
  }),
  blocks: [
    title('法律援助审批表'),
    number('受理编号：{受理编号}'),
    heading('一、申请和受理'),
    facts(
      twoPairs('申请人', '{申请人}', '受理人', '{受理人}'),
      twoPairs('申请日期', '{申请日期}', '受理日期', '{受理日期}'),
      pair('申请事项', '{申请事项}'),
      twoPairs('援助形式', '{援助形式}', '对方当事人', '{对方当事人}'),
      pair('经济条件', '{经济条件}'),
    ),
    when('先行提供的情形', facts(pair('先行提供', '{先行提供的情形}'))),
    when('异地核查结果', facts(pair('异地核查结果', '{异地核查结果}'))),
    heading('二、审查'),
    facts(
      pair('审查建议', '{审查建议}'),
      tall('审查意见', '{审查意见}'),
      twoPairs('审查人', '{审查人}', '审查日期', '{审查日期}'),
      twoPairs('审查人签名', '', '按规则核对', '{按规则核对}'),
    ),
    heading(`三、审批（${LAW}第四十三条）`),
    facts(pair('审批结果', '{审批结果}'), tall('审批意见', '{审批意见}')),
    when('不予援助的理由', facts(pair('不予的理由', '{不予援助的理由}'))),
    when('没有当天决定的原因', facts(pair('超过当天的原因', '{没有当天决定的原因}'))),
    facts(
      twoPairs('审批人', '{审批人}', '审批日期', '{审批日期}'),
      pair('决定书编号', '{决定书编号}'),
      pair('审批人签名', ''),
    ),
    note(FROM_HISTORY),
  ],
})
