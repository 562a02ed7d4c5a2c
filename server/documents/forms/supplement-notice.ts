import { z } from 'zod'
import { addressee, column, facts, note, number, paragraph, rows, seal, title, twoPairs, when } from '../block.ts'
import { day, everyDocument, list, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { FREE_OF_CHARGE, LAW } from '../phrases.ts'

/** 补充材料／说明通知书: everything that is missing, told once (法援法 43; rules AC-2 to AC-4). */
export const supplementNotice = form({
  title: '补充材料／说明通知书',
  letter: '补',
  schema: z.object({
    ...everyDocument,
    applicant: text('申请人'),
    appliedOn: day('申请日期'),
    matter: text('申请事项'),
    caseNumber: text('受理编号'),
    items: list('补充事项', { code: text('代码'), name: text('事项'), requirement: text('具体要求') }),
    dueOn: day('补充期限'),
    howToSubmit: text('提交办法'),
    contact: text('联系人'),
    phone: text('联系电话'),
    repeatedBecause: optionalText('再次通知的理由'),
  }),
  mustSay: ['视为撤回', '再次申请'],
  blocks: [
    title('补充材料／说明通知书'),
    number(),
    addressee('{申请人}：'),
    paragraph(
      `你于{申请日期}就“{申请事项}”提出的法律援助申请（受理编号：{受理编号}），经审查，需要补充以下材料或者作出说明。现依照${LAW}第四十三条，一次性告知如下：`,
    ),
    rows(
      '补充事项',
      column('序号', '{序号}', 9),
      column('代码', '{代码}', 13),
      column('需要补充的材料或者说明', '{事项}', 38),
      column('具体要求', '{具体要求}', 40),
    ),
    when('再次通知的理由', paragraph('本次为再次通知，理由是：{再次通知的理由}')),
    paragraph('请在{补充期限}以前（含当天）补充材料或者作出说明。提交办法：{提交办法}'),
    paragraph(
      `没有按要求补充材料或者作出说明的，视为撤回申请（${LAW}第四十三条）。视为撤回不是不予援助，以后材料齐了，你可以再次申请。确有困难、来不及补充的，请在期限届满前告诉我们。`,
    ),
    paragraph('等待补充的时间不计入审查时间；材料补齐的当天，我们恢复审查。'),
    facts(twoPairs('联系人', '{联系人}', '联系电话', '{联系电话}')),
    seal(),
    note(FREE_OF_CHARGE),
  ],
})
