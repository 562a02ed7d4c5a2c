import { z } from 'zod'
import { addressee, blank, facts, note, number, paragraph, points, tall, title, twoPairs } from '../block.ts'
import { day, everyFilePaper, list, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY } from '../phrases.ts'

/** 退卷意见: what the file lacks, to whoever handed it in (法援法 50; T21). The day is ours: the law sets none. */
export const fileReturnOpinion = filePaper({
  title: '退卷意见',
  schema: z.object({
    ...everyFilePaper,
    recipient: text('受援人'),
    matter: text('申请事项'),
    handlingOrg: text('承办单位'),
    provider: text('法律援助人员'),
    submittedOn: day('交卷日期'),
    times: text('第几次退卷'),
    reasons: list('要补正的内容', { reason: text('内容') }),
    mendBy: day('补齐日期'),
    reviewer: text('审卷人'),
    returnedOn: day('退卷日期'),
  }),
  blocks: [
    title('退卷意见'),
    number('受理编号：{受理编号}'),
    addressee('{承办单位}、{法律援助人员}：'),
    paragraph(
      '你们于{交卷日期}交来的受援人{受援人}“{申请事项}”一案的案卷，本机构已经审查。这是{第几次退卷}退卷，请补正下列内容：',
    ),
    points('要补正的内容', '{序号}．{内容}'),
    paragraph('请在{补齐日期}以前（含当天）补齐，重新交卷。这个日期是本机构定的。'),
    facts(twoPairs('审卷人', '{审卷人}', '退卷日期', '{退卷日期}'), tall('收卷人签名', '')),
    blank('审卷人（签名）：'),
    note(FROM_HISTORY),
  ],
})
