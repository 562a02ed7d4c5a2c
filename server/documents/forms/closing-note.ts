import { z } from 'zod'
import { blank, facts, note, number, pair, tall, title, twoPairs } from '../block.ts'
import { day, everyFilePaper, optionalDay, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY } from '../phrases.ts'

/** 备考表: what the bound file holds and who put it together, looked through it and shelved it (T24). */
export const closingNote = filePaper({
  title: '卷内备考表',
  schema: z.object({
    ...everyFilePaper,
    recipient: text('受援人'),
    matter: text('申请事项'),
    holds: text('卷内材料件数'),
    handedInBy: optionalText('立卷人'),
    handedInOn: optionalDay('立卷日期'),
    reviewer: optionalText('检查人'),
    reviewedOn: optionalDay('检查日期'),
    archivist: text('归档人'),
    archivedOn: day('归档日期'),
    shelf: text('存放位置'),
  }),
  blocks: [
    title('卷内备考表'),
    number('受理编号：{受理编号}'),
    facts(
      pair('受援人', '{受援人}'),
      pair('事项', '{申请事项}'),
      pair('卷内材料', '{卷内材料件数}'),
      pair('页数', '共＿＿＿＿页'),
      tall('需要说明的情况', ''),
      twoPairs('立卷人', '{立卷人}', '立卷日期', '{立卷日期}'),
      twoPairs('检查人', '{检查人}', '检查日期', '{检查日期}'),
      twoPairs('归档人', '{归档人}', '归档日期', '{归档日期}'),
      pair('存放位置', '{存放位置}'),
    ),
    blank('立卷人（签名）：'),
    blank('检查人（签名）：'),
    note(FROM_HISTORY),
  ],
})
