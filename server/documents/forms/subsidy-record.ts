import { z } from 'zod'
import { DAY_BY_PEN, blank, facts, heading, note, number, pair, paragraph, title, twoPairs } from '../block.ts'
import { day, everyFilePaper, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY, LAW } from '../phrases.ts'

/** 补贴审核与发放记录 (法援法 52; CL-3, CL-4, T22). Of the file alone: the recipient never sees it (I8). When it was paid is written by whoever pays. */
export const subsidyRecord = filePaper({
  title: '法律援助补贴审核与发放记录',
  schema: z.object({
    ...everyFilePaper,
    recipient: text('受援人'),
    matter: text('申请事项'),
    serviceForm: text('援助形式'),
    handlingOrg: text('承办单位'),
    provider: text('法律援助人员'),
    concludedOn: day('结案日期'),
    submittedOn: day('交卷日期'),
    amount: text('核定的补贴'),
    reviewer: text('审核人'),
    approvedOn: day('审核日期'),
  }),
  blocks: [
    title('法律援助补贴审核与发放记录'),
    number('受理编号：{受理编号}'),
    heading('一、审核'),
    facts(
      pair('受援人', '{受援人}'),
      pair('事项', '{申请事项}'),
      pair('援助形式', '{援助形式}'),
      twoPairs('承办单位', '{承办单位}', '法律援助人员', '{法律援助人员}'),
      twoPairs('结案日期', '{结案日期}', '交卷日期', '{交卷日期}'),
      pair('核定的补贴', '{核定的补贴}'),
      twoPairs('审核人', '{审核人}', '审核日期', '{审核日期}'),
    ),
    blank('审核人（签名）：'),
    heading('二、发放'),
    facts(pair('发放日期', DAY_BY_PEN), pair('收款人', ''), twoPairs('经办人签名', '', '领取人签名', '')),
    paragraph(`补贴由法律援助机构依照${LAW}第五十二条的规定支付给法律援助人员，不是受援人的费用。`),
    note(FROM_HISTORY),
  ],
})
