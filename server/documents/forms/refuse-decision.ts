import { z } from 'zod'
import { addressee, copies, note, number, paragraph, points, seal, title } from '../block.ts'
import { day, everyDocument, lines, list, text } from '../fields.ts'
import { form } from '../form.ts'
import { LAW, OBJECTION_PLACE, objection } from '../phrases.ts'

/** 不予法律援助决定书: reasons, basis, and where to object without any losing time limit (法援法 43, 49; rule OB-1). */
export const refuseDecision = form({
  title: '不予法律援助决定书',
  letter: '不决',
  schema: z.object({
    ...everyDocument,
    applicant: text('申请人'),
    appliedOn: day('申请日期'),
    matter: text('申请事项'),
    caseNumber: text('受理编号'),
    reasons: list('不予援助的理由', { reason: text('理由') }),
    legalBasis: lines('法律依据'),
    bureau: text('司法行政部门'),
    objectionAddress: text('异议提交地址'),
    objectionPhone: text('异议联系电话'),
    otherHelp: text('其他可以求助的途径'),
  }),
  mustSay: ['异议', '第四十九条'],
  blocks: [
    title('不予法律援助决定书'),
    number(),
    addressee('{申请人}：'),
    paragraph(
      '你于{申请日期}就“{申请事项}”向本机构提出的法律援助申请（受理编号：{受理编号}），本机构已经审查。理由如下：',
    ),
    points('不予援助的理由', '{序号}．{理由}'),
    paragraph(`根据{法律依据}以及${LAW}第四十三条的规定，本机构决定：不予法律援助。`),
    paragraph(objection('本决定')),
    paragraph(OBJECTION_PLACE),
    paragraph('情况发生变化或者有新材料的，你可以再次申请。{其他可以求助的途径}'),
    seal(),
    note('提出异议不收取任何费用。法律咨询免费，任何人都可以到公共法律服务中心（站、室）咨询，或者拨打12348。'),
    copies('本决定书一式两份：送申请人一份，存卷一份。'),
  ],
})
