import { z } from 'zod'
import { DAY_BY_PEN, facts, note, number, pair, tall, title, twoPairs } from '../block.ts'
import { day, everyFilePaper, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY } from '../phrases.ts'

/** 送达回证: goes with a decision and comes back signed (T10, T11, T18). How, where and when it was served is written by whoever serves it. */
export const serviceReceipt = filePaper({
  title: '送达回证',
  schema: z.object({
    ...everyFilePaper,
    addressee: text('受送达人'),
    matter: text('申请事项'),
    paper: text('送达的文书'),
    paperNumber: text('送达文书的编号'),
    paperOn: day('送达文书的日期'),
  }),
  blocks: [
    title('送达回证'),
    number('受理编号：{受理编号}'),
    facts(
      pair('受送达人', '{受送达人}'),
      pair('事项', '{申请事项}'),
      pair('送达的文书', '{送达的文书}'),
      pair('文书编号', '{送达文书的编号}'),
      pair('文书日期', '{送达文书的日期}'),
      pair('送达方式', '☐当面交付　☐邮寄　☐手机网页　☐其他'),
      pair('送达地点', ''),
      tall('收件人签名', ''),
      pair('收到日期', DAY_BY_PEN),
      tall('代收人和理由', ''),
      twoPairs('送达人签名', '', '送达日期', DAY_BY_PEN),
      tall('备注', ''),
    ),
    note(FROM_HISTORY),
  ],
})
