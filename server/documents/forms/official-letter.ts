import { z } from 'zod'
import { addressee, copies, facts, note, number, pair, paragraph, seal, title, twoPairs, when } from '../block.ts'
import { choice, everyDocument, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { LAW } from '../phrases.ts'

/** 法律援助公函: to a court, procuratorate, police, arbitration body or another agency. Only what the addressee needs (rule PR-6). */
export const officialLetter = form({
  title: '法律援助公函',
  letter: '函',
  schema: z.object({
    ...everyDocument,
    addressee: text('收函机关'),
    caseNumber: text('受理编号'),
    recipient: text('受援人'),
    matter: text('案由或者事项'),
    purpose: choice('发函事由', {
      appointed: '依申请指派告知',
      reply: '通知辩护（代理）回告',
      transfer: '转交申请',
      termination: '终止援助告知',
      other: '其他',
    }),
    theirReference: optionalText('来函文号'),
    handlingOrg: optionalText('承办单位'),
    provider: optionalText('法律援助人员'),
    providerLicence: optionalText('执业证号'),
    providerPhone: optionalText('法律援助人员电话'),
    body: optionalText('其他说明'),
    contact: text('联系人'),
    phone: text('联系电话'),
  }),
  blocks: [
    title('法律援助公函'),
    number(),
    addressee('{收函机关}：'),
    when(
      '发函事由是依申请指派告知',
      paragraph(
        '受援人{受援人}因“{案由或者事项}”申请法律援助，本机构已决定给予法律援助，并指派下列人员承办，请予支持和配合。',
      ),
    ),
    when(
      '发函事由是通知辩护（代理）回告',
      paragraph(
        `贵机关{来函文号}通知收悉。依照${LAW}第三十六条的规定，本机构已为{受援人}（案由：{案由或者事项}）指派下列法律援助人员，现予告知。`,
      ),
    ),
    when(
      '发函事由是转交申请',
      paragraph(
        '{受援人}就“{案由或者事项}”提出的法律援助申请，按照管辖规定应由贵单位办理。现将申请及有关材料转交贵单位，请予接收并告知申请人。',
      ),
    ),
    when(
      '发函事由是终止援助告知',
      paragraph(
        '受援人{受援人}的“{案由或者事项}”一案，本机构已决定终止法律援助，承办人员不再继续提供法律援助，特此告知。',
      ),
    ),
    when('发函事由是其他', paragraph('关于{受援人}的“{案由或者事项}”一案，现函告如下：')),
    when('其他说明', paragraph('{其他说明}')),
    facts(pair('受理编号', '{受理编号}')),
    when(
      '法律援助人员',
      facts(
        twoPairs('法律援助人员', '{法律援助人员}', '联系电话', '{法律援助人员电话}'),
        twoPairs('承办单位', '{承办单位}', '执业证号', '{执业证号}'),
      ),
    ),
    paragraph('特此函告。'),
    seal(),
    note('联系人：{联系人}　　联系电话：{联系电话}'),
    copies('本函一式两份：送收函机关一份，存卷一份。'),
  ],
})
