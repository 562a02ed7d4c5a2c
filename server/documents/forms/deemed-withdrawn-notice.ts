import { z } from 'zod'
import { addressee, copies, note, number, paragraph, points, seal, title, when } from '../block.ts'
import { day, everyDocument, list, optionalDay, text } from '../fields.ts'
import { form } from '../form.ts'
import { FREE_OF_CHARGE, LAW } from '../phrases.ts'

/** 视为撤回告知: not a refusal; the person may apply again at any time (法援法 43; rule AC-3). */
export const deemedWithdrawnNotice = form({
  title: '视为撤回法律援助申请告知书',
  letter: '撤',
  schema: z.object({
    ...everyDocument,
    applicant: text('申请人'),
    appliedOn: day('申请日期'),
    matter: text('申请事项'),
    caseNumber: text('受理编号'),
    noticeNumber: text('补正通知编号'),
    noticedOn: day('补正通知日期'),
    dueOn: day('补充期限'),
    extendedTo: optionalDay('延长后的期限'),
    missing: list('仍未补充的事项', { name: text('事项') }),
    phone: text('联系电话'),
    address: text('联系地址'),
  }),
  mustSay: ['再次申请'],
  blocks: [
    title('视为撤回法律援助申请告知书'),
    number(),
    addressee('{申请人}：'),
    paragraph(
      '你于{申请日期}就“{申请事项}”提出法律援助申请（受理编号：{受理编号}）。本机构于{补正通知日期}以{补正通知编号}通知你在{补充期限}以前补充材料或者作出说明。',
    ),
    when('延长后的期限', paragraph('这个期限后来延长到{延长后的期限}。')),
    paragraph('到期后，下列事项仍未补充或者说明：'),
    points('仍未补充的事项', '{序号}．{事项}'),
    paragraph(`依照${LAW}第四十三条的规定，视为你撤回本次申请，本次审查到此结束。`),
    paragraph(
      '视为撤回不是不予法律援助，不影响你以后申请。材料齐了，你随时可以再次申请；已经交来的材料仍可以使用。你认为已经按时补充的，请尽快联系我们核对。',
    ),
    paragraph('联系地址：{联系地址}　联系电话：{联系电话}'),
    seal(),
    note(FREE_OF_CHARGE),
    copies('本告知书一式两份：送申请人一份，存卷一份。'),
  ],
})
