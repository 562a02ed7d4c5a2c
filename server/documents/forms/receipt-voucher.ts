import { z } from 'zod'
import { addressee, column, facts, note, number, pair, paragraph, rows, seal, title, twoPairs } from '../block.ts'
import { day, everyDocument, list, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { FREE_OF_CHARGE, LAW } from '../phrases.ts'

/** 申请材料接收凭证: what was handed in, how many, on which day (rule AC-1). */
export const receiptVoucher = form({
  title: '法律援助申请材料接收凭证',
  letter: '收',
  schema: z.object({
    ...everyDocument,
    applicant: text('申请人'),
    matter: text('申请事项'),
    caseNumber: text('受理编号'),
    materials: list('材料', {
      name: text('材料名称'),
      form: text('原件或复印件'),
      copies: text('份数'),
      pages: text('页数'),
      receivedOn: day('收到日期'),
    }),
    totalCount: text('材料总数'),
    receivedBy: text('接收人'),
    receivedThrough: text('提交方式'),
    decideBy: day('审查届满日期'),
    phone: text('联系电话'),
    remark: optionalText('备注'),
  }),
  mustSay: ['七日'],
  blocks: [
    title('法律援助申请材料接收凭证'),
    number(),
    addressee('{申请人}：'),
    paragraph('你就“{申请事项}”提交的法律援助申请材料，本机构已经收到。材料清单如下：'),
    rows(
      '材料',
      column('序号', '{序号}', 9),
      column('材料名称', '{材料名称}', 35),
      column('形式', '{原件或复印件}', 14),
      column('份数', '{份数}', 9),
      column('页数', '{页数}', 9),
      column('收到日期', '{收到日期}', 24),
    ),
    facts(
      twoPairs('受理编号', '{受理编号}', '材料合计', '{材料总数}'),
      twoPairs('提交方式', '{提交方式}', '接收人', '{接收人}'),
      pair('备注', '{备注}'),
    ),
    paragraph(
      `本机构自收到申请之日起七日内审查并作出决定（${LAW}第四十三条），最迟在{审查届满日期}作出。材料不齐全的，我们会一次性告诉你需要补充什么；等待补充的时间不计入审查时间。`,
    ),
    paragraph('请保存好本凭证。查询进展可以扫描下方二维码，或者拨打{联系电话}。'),
    seal(),
    note(FREE_OF_CHARGE),
  ],
})
