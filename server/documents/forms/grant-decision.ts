import { z } from 'zod'
import { addressee, copies, note, number, paragraph, seal, title, unless, when } from '../block.ts'
import { choice, day, everyDocument, lines, text } from '../fields.ts'
import { form } from '../form.ts'
import { FREE_OF_CHARGE, LAW } from '../phrases.ts'

/** 给予法律援助决定书 (法援法 43). `legalBasis` names only articles that the rule book marks （法）. */
export const grantDecision = form({
  title: '给予法律援助决定书',
  letter: '决',
  schema: z.object({
    ...everyDocument,
    applicant: text('受援人'),
    appliedOn: day('申请日期'),
    matter: text('申请事项'),
    caseNumber: text('受理编号'),
    serviceForm: text('援助形式'),
    reason: text('审查意见'),
    legalBasis: lines('法律依据'),
    urgent: choice('是否先行提供', { no: '否', yes: '是' }),
    assignBy: day('指派届满日期'),
    phone: text('联系电话'),
  }),
  mustSay: ['不收取任何费用'],
  blocks: [
    title('给予法律援助决定书'),
    number(),
    addressee('{受援人}：'),
    paragraph('你于{申请日期}就“{申请事项}”向本机构提出的法律援助申请（受理编号：{受理编号}），本机构已经审查。'),
    paragraph('经审查：{审查意见}'),
    paragraph(`根据{法律依据}以及${LAW}第四十三条的规定，本机构决定：`),
    paragraph('给予你法律援助，援助形式为{援助形式}。'),
    when('是否先行提供是是', paragraph(`因情况紧急，本机构已经依照${LAW}第四十四条先行提供法律援助。`)),
    unless(
      '是否先行提供是是',
      paragraph('本机构将自本决定作出之日起三日内，最迟在{指派届满日期}，指派法律援助人员，并告知你其姓名和联系方式。'),
    ),
    paragraph(
      `你有权向本机构和法律援助人员了解办理情况；本机构或者法律援助人员未依法履行职责的，可以向司法行政部门投诉，并可以请求本机构更换法律援助人员（${LAW}第五十五条）。你应当如实陈述与案件有关的情况，及时提供证据材料，协助、配合办理法律援助事务；经济状况变化影响援助条件的，请及时告诉本机构。`,
    ),
    seal(),
    note(`${FREE_OF_CHARGE}联系电话：{联系电话}`),
    copies('本决定书一式两份：送受援人一份，存卷一份。'),
  ],
})
