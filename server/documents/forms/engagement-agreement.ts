import { z } from 'zod'
import {
  blank,
  copies,
  facts,
  heading,
  note,
  number,
  pair,
  paragraph,
  title,
  twoPairs,
  verify,
  when,
  type Block,
} from '../block.ts'
import { everyDocument, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { FREE_OF_CHARGE, LAW } from '../phrases.ts'

/** What both agreements and the power of attorney say of the two sides. What nobody knows stays blank for the pen. */
export const twoSides = {
  caseNumber: text('受理编号'),
  basis: text('指派依据'),
  recipient: text('受援人'),
  idNumber: optionalText('证件号码'),
  recipientPhone: optionalText('受援人电话'),
  homeAddress: optionalText('现在住址'),
  signedFor: optionalText('代为签订人'),
  signedForRelation: optionalText('与受援人关系'),
  handlingOrg: text('承办单位'),
  provider: text('法律援助人员'),
  providerLicence: optionalText('执业证号'),
  providerPhone: optionalText('法律援助人员电话'),
  matter: text('申请事项'),
  serviceForm: text('援助形式'),
  stage: optionalText('办理阶段'),
  authority: optionalText('办案机关'),
  opponent: optionalText('对方当事人'),
}

const sides: Block[] = [
  facts(
    twoPairs('甲方（受援人）', '{受援人}', '联系电话', '{受援人电话}'),
    pair('证件号码', '{证件号码}'),
    pair('现在住址', '{现在住址}'),
  ),
  when('代为签订人', facts(twoPairs('代为签订人', '{代为签订人}', '与受援人关系', '{与受援人关系}'))),
  facts(
    twoPairs('乙方', '{承办单位}', '联系电话', '{法律援助人员电话}'),
    twoPairs('法律援助人员', '{法律援助人员}', '执业证号', '{执业证号}'),
    twoPairs('受理编号', '{受理编号}', '援助形式', '{援助形式}'),
    pair('事项', '{申请事项}'),
    twoPairs('办理阶段', '{办理阶段}', '办案机关', '{办案机关}'),
  ),
]
/** 法援法 20, 21, 46, 48, 49, 55: what the law fixes, so that nobody has to bargain for it. */
const FIXED = [
  `二、乙方和法律援助人员依法维护甲方的合法权益，及时向甲方通报办理情况；没有正当理由不得拒绝、拖延或者终止提供服务（${LAW}第四十六条）；对知悉的国家秘密、商业秘密和个人隐私保密（${LAW}第二十一条）。`,
  '三、甲方如实说明情况、提供材料，配合办理；联系方式、经济状况有变化，或者自己另请了律师、代理人的，及时告诉乙方。',
  `四、${FREE_OF_CHARGE}`,
  `五、甲方认为法律援助人员没有依法履行职责的，可以向{机构名称}投诉，请求更换（${LAW}第五十五条）。`,
  `六、有${LAW}第四十八条规定情形的，由{机构名称}决定是否终止法律援助；甲方对终止决定不服的，可以提出异议（${LAW}第四十九条）。`,
]
/** A line to sign on; the day is written by hand as well. */
export const signHere = (who: string): Block => blank(`${who}＿＿＿＿＿＿＿＿＿＿　　　　　　年　　月　　日`)
const ending = (signer: string): Block[] => [
  paragraph('八、本协议自双方签名（捺印）、盖章之日起生效，到本案本阶段办结或者法律援助终止时为止。'),
  signHere('甲方签名或者捺印：'),
  signHere('乙方（单位）盖章：'),
  note(signer),
  verify(),
  copies('本协议一式三份：受援人、承办单位各一份，存卷一份。　　出具日期：{签发日期}'),
]

/** 委托代理协议, to be signed within five days of the assignment (rule AS-5, T14). */
export const engagementAgreement = form({
  title: '法律援助委托代理协议',
  letter: '委',
  schema: z.object({ ...everyDocument, ...twoSides }),
  mustSay: ['不收取任何费用'],
  blocks: [
    title('法律援助委托代理协议'),
    number(),
    ...sides,
    when('对方当事人', facts(pair('对方当事人', '{对方当事人}'))),
    heading('双方约定'),
    paragraph(
      '一、甲方就上列事项获得法律援助（依据：{指派依据}），委托乙方代理；乙方受{机构名称}指派，安排{法律援助人员}担任甲方的代理人。代理权限写在《授权委托书》里，由甲方决定。',
    ),
    ...FIXED.map(paragraph),
    paragraph('七、乙方需要更换法律援助人员的，先报{机构名称}同意，并告诉甲方。'),
    ...ending('甲方由受援人签；依法可以代签的，由法定代理人、近亲属签。'),
  ],
})

/** 委托辩护协议: the same for criminal defence, which only a lawyer takes (rules AS-6, AS-10). */
export const defenceAgreement = form({
  title: '法律援助委托辩护协议',
  letter: '辩',
  schema: z.object({ ...everyDocument, ...twoSides }),
  mustSay: ['不收取任何费用'],
  blocks: [
    title('法律援助委托辩护协议'),
    number(),
    ...sides,
    heading('双方约定'),
    paragraph(
      '一、甲方在上列案件中获得法律援助（依据：{指派依据}），同意由乙方安排的律师{法律援助人员}担任辩护人，在办理阶段内依法为甲方辩护。甲方也可以另行委托辩护人；另行委托的，告诉{机构名称}。',
    ),
    ...FIXED.map(paragraph),
    paragraph(
      '七、辩护律师首次会见时问明甲方是否同意由其辩护，并记入笔录；甲方不同意的，乙方书面告知办案机关和{机构名称}。',
    ),
    ...ending('甲方由受援人签，在押的在首次会见时签；依法可以代签的，由法定代理人、近亲属签。'),
  ],
})
