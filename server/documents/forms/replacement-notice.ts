import { z } from 'zod'
import { addressee, copies, facts, note, number, pair, paragraph, seal, title, twoPairs } from '../block.ts'
import { choice, day, everyDocument, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { FREE_OF_CHARGE, LAW } from '../phrases.ts'

/** 更换法律援助人员通知书: to the firm and the aided person (法援法 55; rules CF-5 to CF-8). */
export const replacementNotice = form({
  title: '更换法律援助人员通知书',
  letter: '换',
  schema: z.object({
    ...everyDocument,
    handlingOrg: text('承办单位'),
    recipient: text('受援人'),
    caseNumber: text('受理编号'),
    matter: text('申请事项'),
    cause: choice('更换原因', { recipient: '受援人请求', provider: '法律援助人员申请', agency: '本机构决定' }),
    reason: text('更换理由'),
    formerProvider: text('原法律援助人员'),
    newProvider: text('新法律援助人员'),
    newProviderOrg: text('新法律援助人员所在单位'),
    newProviderPhone: optionalText('新法律援助人员电话'),
    handOverBy: day('交接届满日期'),
    phone: text('联系电话'),
  }),
  blocks: [
    title('更换法律援助人员通知书'),
    number(),
    addressee('{承办单位}、{受援人}：'),
    paragraph(
      '受援人{受援人}“{申请事项}”一案（受理编号：{受理编号}），因“{更换理由}”，经本机构核实，决定更换法律援助人员。',
    ),
    facts(
      pair('更换原因', '{更换原因}'),
      twoPairs('原法律援助人员', '{原法律援助人员}', '新法律援助人员', '{新法律援助人员}'),
      twoPairs('所在单位', '{新法律援助人员所在单位}', '联系电话', '{新法律援助人员电话}'),
    ),
    paragraph(
      '请在{交接届满日期}以前（含当天）变更委托协议和授权委托书，并完成案件材料交接。交接期间不得影响案件期限，原法律援助人员应当协助办理。',
    ),
    paragraph(`新的法律援助人员未依法履行职责的，受援人仍可以请求本机构更换（${LAW}第五十五条）。`),
    seal(),
    note(`${FREE_OF_CHARGE}联系电话：{联系电话}`),
    copies('本通知书一式三份：送承办单位、受援人各一份，存卷一份。'),
  ],
})
