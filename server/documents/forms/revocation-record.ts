import { z } from 'zod'
import { blank, facts, note, number, pair, paragraph, tall, title, twoPairs } from '../block.ts'
import { day, everyFilePaper, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY, LAW } from '../phrases.ts'

/** 撤销原决定记录: what the bureau ordered corrected, and how the agency did it (法援法 49; T26). */
export const revocationRecord = filePaper({
  title: '撤销原决定记录',
  schema: z.object({
    ...everyFilePaper,
    applicant: text('申请人'),
    matter: text('申请事项'),
    contestedTitle: text('原决定名称'),
    contestedNumber: text('原决定书编号'),
    contestedOn: day('原决定日期'),
    objectedOn: day('提出异议的日期'),
    orderNumber: text('异议审查决定书编号'),
    orderedOn: day('异议审查决定日期'),
    orderedBecause: optionalText('异议审查意见'),
    note: optionalText('改正情况'),
    status: text('改正后的状态'),
    correctedBy: text('经办人'),
    correctedOn: day('撤销日期'),
  }),
  blocks: [
    title('撤销原决定记录'),
    number('受理编号：{受理编号}'),
    facts(
      pair('申请人', '{申请人}'),
      pair('事项', '{申请事项}'),
      pair('原决定', '{原决定名称}（{原决定书编号}）'),
      twoPairs('原决定日期', '{原决定日期}', '异议日期', '{提出异议的日期}'),
      pair('异议审查决定书', '{异议审查决定书编号}（{异议审查决定日期}）'),
      tall('异议审查意见', '{异议审查意见}'),
    ),
    paragraph(`司法行政部门依照${LAW}第四十九条的规定责令改正。本机构撤销上列原决定。`),
    facts(
      tall('改正情况', '{改正情况}'),
      pair('改正后的状态', '{改正后的状态}'),
      twoPairs('经办人', '{经办人}', '撤销日期', '{撤销日期}'),
    ),
    blank('经办人（签名）：'),
    note(FROM_HISTORY),
  ],
})
