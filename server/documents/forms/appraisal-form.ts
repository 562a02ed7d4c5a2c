import { z } from 'zod'
import { blank, facts, note, number, pair, paragraph, tall, title, twoPairs } from '../block.ts'
import { choice, day, everyFilePaper, optionalDay, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY, LAW } from '../phrases.ts'

/** 评查表 (法援法 59; rule book 7.3, T23): the grade and its reason. Points by dimension are not kept, so none are printed. */
export const appraisalForm = filePaper({
  title: '法律援助案卷评查表',
  schema: z.object({
    ...everyFilePaper,
    recipient: text('受援人'),
    matter: text('申请事项'),
    serviceForm: text('援助形式'),
    handlingOrg: text('承办单位'),
    provider: text('法律援助人员'),
    assignedOn: optionalDay('指派日期'),
    concludedOn: optionalDay('结案日期'),
    closingDocument: optionalText('结案文书'),
    returns: text('退卷次数'),
    grade: choice('评查等次', { excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' }),
    note: optionalText('评查意见'),
    appraiser: text('评查人'),
    appraisedOn: day('评查日期'),
  }),
  blocks: [
    title('法律援助案卷评查表'),
    number('受理编号：{受理编号}'),
    facts(
      pair('受援人', '{受援人}'),
      pair('事项', '{申请事项}'),
      pair('援助形式', '{援助形式}'),
      twoPairs('承办单位', '{承办单位}', '法律援助人员', '{法律援助人员}'),
      twoPairs('指派日期', '{指派日期}', '结案日期', '{结案日期}'),
      pair('结案文书', '{结案文书}'),
      pair('退卷次数', '{退卷次数}'),
      pair('评查等次', '{评查等次}'),
      tall('评查意见', '{评查意见}'),
      twoPairs('评查人', '{评查人}', '评查日期', '{评查日期}'),
    ),
    paragraph(`案卷检查是${LAW}第五十九条规定的督导办法。`),
    blank('评查人（签名）：'),
    note(FROM_HISTORY),
  ],
})
