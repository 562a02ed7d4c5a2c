import { z } from 'zod'
import { DAY_BY_PEN, facts, heading, note, number, pair, tall, title, twoPairs } from '../block.ts'
import { day, everyFilePaper, optionalChoice, optionalDay, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY, LAW } from '../phrases.ts'

/**
 * 回访表 (法援法 59; rule book 7.5, T23). The case keeps whether the recipient was content; the other questions that must be
 * asked stand open for the pen.
 */
export const returnVisitForm = filePaper({
  title: '法律援助案件回访表',
  schema: z.object({
    ...everyFilePaper,
    recipient: text('受援人'),
    matter: text('申请事项'),
    handlingOrg: text('承办单位'),
    provider: text('法律援助人员'),
    concludedOn: optionalDay('结案日期'),
    outcome: optionalText('办理结果'),
    satisfied: optionalChoice('总的满意不满意', { yes: '满意', no: '不满意', notAsked: '没有问到' }),
    visitor: text('登记人'),
    recordedOn: day('登记日期'),
  }),
  blocks: [
    title('法律援助案件回访表'),
    number('受理编号：{受理编号}'),
    facts(
      twoPairs('受援人', '{受援人}', '结案日期', '{结案日期}'),
      pair('事项', '{申请事项}'),
      twoPairs('承办单位', '{承办单位}', '法律援助人员', '{法律援助人员}'),
      pair('办理结果', '{办理结果}'),
    ),
    heading('一、登记的结果'),
    facts(pair('总的满意不满意', '{总的满意不满意}'), twoPairs('登记人', '{登记人}', '登记日期', '{登记日期}')),
    heading('二、必问的事项（回访时手写）'),
    facts(
      pair('有没有被收钱', '☐没有　☐有，名目：'),
      pair('承办人', '☐知道，联系得上　☐不知道是谁　☐联系不上'),
      pair('约见或者会见', '＿＿＿＿次'),
      pair('被告知了什么', '☐权利　☐进展　☐结果'),
      pair('出庭取证调解', '☐到位　☐不到位'),
      pair('服务态度', '☐1　☐2　☐3　☐4　☐5（5 最好）'),
      pair('结果履行了没有', ''),
      tall('意见和建议', ''),
      twoPairs('回访人签名', '', '回访日期', DAY_BY_PEN),
    ),
    note(`回访受援人的依据：${LAW}第五十九条。${FROM_HISTORY}`),
  ],
})
