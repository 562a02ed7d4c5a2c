import { z } from 'zod'
import { addressee, copies, number, paragraph, seal, title, when } from '../block.ts'
import { everyDocument, lines, optionalDay, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { LAW, OBJECTION_PLACE, objection } from '../phrases.ts'

/** 终止法律援助决定书 (法援法 48, grounds TM-1 to TM-8; objection under 49). */
export const terminationDecision = form({
  title: '终止法律援助决定书',
  letter: '终',
  schema: z.object({
    ...everyDocument,
    recipient: text('受援人'),
    // By what the aid was given, one of the three: a decision, the notice of an authority, or urgency alone.
    grantNumber: optionalText('原决定书编号'),
    grantedOn: optionalDay('原决定日期'),
    noticeFrom: optionalText('通知机关'),
    noticeNumber: optionalText('通知文号'),
    noticeOn: optionalDay('收函日期'),
    provisionalOn: optionalDay('先行提供日期'),
    matter: text('申请事项'),
    caseNumber: text('受理编号'),
    ground: text('终止事由'),
    groundItem: text('第四十八条第几项'),
    facts: text('事实和证据'),
    effectiveNote: optionalText('交接安排'),
    bureau: text('司法行政部门'),
    objectionAddress: text('异议提交地址'),
    objectionPhone: text('异议联系电话'),
    copyTo: lines('抄送单位', 0),
  }),
  mustSay: ['异议', '第四十九条'],
  blocks: [
    title('终止法律援助决定书'),
    number(),
    addressee('{受援人}：'),
    when(
      '原决定书编号',
      paragraph('本机构于{原决定日期}作出{原决定书编号}决定，就“{申请事项}”给予你法律援助（受理编号：{受理编号}）。'),
    ),
    when(
      '通知文号',
      paragraph(
        `本机构于{收函日期}收到{通知机关}{通知文号}通知，依照${LAW}第三十六条的规定，就“{申请事项}”为你提供法律援助（受理编号：{受理编号}）。`,
      ),
    ),
    when(
      '先行提供日期',
      paragraph(
        `因情况紧急，本机构于{先行提供日期}依照${LAW}第四十四条的规定，就“{申请事项}”向你先行提供法律援助（受理编号：{受理编号}），还没有作出是否给予法律援助的决定。`,
      ),
    ),
    paragraph('现查明：{事实和证据}'),
    paragraph('上述情况属于：{终止事由}。'),
    paragraph(
      `根据${LAW}第四十八条{第四十八条第几项}的规定，本机构决定：自本决定作出之日起，终止对你的法律援助。{交接安排}`,
    ),
    paragraph(objection('本决定')),
    paragraph(OBJECTION_PLACE),
    seal(),
    when('抄送单位', copies('抄送：{抄送单位}')),
    copies('本决定书送受援人，并告知承办单位和办案机关；存卷一份。'),
  ],
})
