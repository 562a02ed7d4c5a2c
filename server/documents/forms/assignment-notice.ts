import { z } from 'zod'
import {
  addressee,
  copies,
  facts,
  heading,
  note,
  number,
  pair,
  paragraph,
  seal,
  tall,
  title,
  twoPairs,
  unless,
  when,
} from '../block.ts'
import { day, everyDocument, optionalDay, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { LAW } from '../phrases.ts'

/** 指派通知书: to the firm or office that handles the case (法援法 43, 46; rules AS-1 to AS-5). */
export const assignmentNotice = form({
  title: '指派通知书',
  letter: '指',
  schema: z.object({
    ...everyDocument,
    handlingOrg: text('承办单位'),
    caseNumber: text('受理编号'),
    basis: text('指派依据'),
    recipient: text('受援人'),
    recipientPhone: optionalText('受援人电话'),
    matter: text('申请事项'),
    serviceForm: text('援助形式'),
    stage: optionalText('办理阶段'),
    authority: optionalText('办案机关'),
    opponent: optionalText('对方当事人'),
    provider: text('法律援助人员'),
    providerLicence: optionalText('执业证号'),
    providerPhone: optionalText('法律援助人员电话'),
    summary: text('案情摘要'),
    deadlineNote: optionalText('需要注意的期限'),
    engageBy: optionalDay('签约届满日期'),
    answerBy: day('回复届满日期'),
    contact: text('联系人'),
    phone: text('联系电话'),
  }),
  blocks: [
    title('指派通知书'),
    number(),
    addressee('{承办单位}：'),
    paragraph(`根据{指派依据}，依照${LAW}第四十三条的规定，现指派你单位办理下列法律援助案件：`),
    facts(
      twoPairs('受理编号', '{受理编号}', '援助形式', '{援助形式}'),
      twoPairs('受援人', '{受援人}', '联系电话', '{受援人电话}'),
      pair('事项', '{申请事项}'),
      twoPairs('办理阶段', '{办理阶段}', '办案机关', '{办案机关}'),
      pair('对方当事人', '{对方当事人}'),
      tall('案情摘要', '{案情摘要}'),
      pair('需要注意的期限', '{需要注意的期限}'),
      twoPairs('法律援助人员', '{法律援助人员}', '执业证号', '{执业证号}'),
      pair('联系电话', '{法律援助人员电话}'),
    ),
    heading('办理要求'),
    paragraph(
      '一、收到本通知后请及时安排，并在{回复届满日期}以前（含当天）告知本机构能否承办；有利益冲突或者其他正当理由不能承办的，请写明理由。',
    ),
    when(
      '签约届满日期',
      paragraph(
        '二、请在{签约届满日期}以前（含当天）与受援人签订委托协议和授权委托书，因受援人或者客观原因办不成的除外。',
      ),
    ),
    unless('签约届满日期', paragraph('二、请及时与受援人签订委托协议和授权委托书，因受援人或者客观原因办不成的除外。')),
    paragraph(
      `三、无正当理由不得拒绝、拖延或者终止提供服务，并应当向受援人通报办理情况（${LAW}第四十六条）；对知悉的国家秘密、商业秘密和个人隐私保密（${LAW}第二十一条）。`,
    ),
    paragraph(`四、不得以任何名义收取受援人财物（${LAW}第二十条）。`),
    seal(),
    note('联系人：{联系人}　　联系电话：{联系电话}'),
    copies('本通知书一式三份：送承办单位、受援人各一份，存卷一份。'),
  ],
})
