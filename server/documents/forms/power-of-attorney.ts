import { z } from 'zod'
import {
  copies,
  facts,
  heading,
  note,
  number,
  pair,
  paragraph,
  title,
  twoPairs,
  unless,
  verify,
  when,
} from '../block.ts'
import { choice, everyDocument } from '../fields.ts'
import { form } from '../form.ts'
import { signHere, twoSides } from './engagement-agreement.ts'

/** 授权委托书, signed with the agreement (rule AS-5, T14). How far an agent may go is for the person who signs: the boxes are left to the pen. */
export const powerOfAttorney = form({
  title: '授权委托书',
  letter: '授',
  schema: z.object({
    ...everyDocument,
    ...twoSides,
    role: choice('委托身份', { agent: '代理人', litigationAgent: '诉讼代理人', defender: '辩护人' }),
  }),
  blocks: [
    title('授权委托书'),
    number(),
    facts(
      twoPairs('委托人', '{受援人}', '联系电话', '{受援人电话}'),
      pair('证件号码', '{证件号码}'),
      pair('现在住址', '{现在住址}'),
    ),
    when('代为签订人', facts(twoPairs('代为委托人', '{代为签订人}', '与委托人关系', '{与受援人关系}'))),
    facts(
      twoPairs('受委托人', '{法律援助人员}', '执业证号', '{执业证号}'),
      twoPairs('工作单位', '{承办单位}', '联系电话', '{法律援助人员电话}'),
      twoPairs('受理编号', '{受理编号}', '援助形式', '{援助形式}'),
      twoPairs('办理阶段', '{办理阶段}', '办案机关', '{办案机关}'),
      pair('事项', '{申请事项}'),
      pair('对方当事人', '{对方当事人}'),
      pair('委托身份', '{委托身份}'),
    ),
    heading('委托权限'),
    when(
      '委托身份是辩护人',
      paragraph(
        '委托人获得法律援助（依据：{指派依据}），委托受委托人在上列案件的办理阶段内担任辩护人，依法会见、通信、阅卷、收集证据、申请变更强制措施，提出辩护意见，参加诉讼。',
      ),
    ),
    unless(
      '委托身份是辩护人',
      paragraph(
        '委托人获得法律援助（依据：{指派依据}），委托受委托人在上列事项中代理。权限由委托人自己选，在框里打勾；都不勾的，按一般代理办理：',
      ),
      paragraph('☐ 一般代理：代为说明情况，提出申请，提供和质证证据，参加调解、仲裁或者庭审，签收文书。'),
      paragraph(
        '☐ 特别授权：除一般代理以外，还可以（把同意的项目圈起来）代为承认、放弃、变更请求；进行和解、调解；提起反诉、上诉；申请执行。',
      ),
    ),
    paragraph('委托期限：从签名之日起，到本案本阶段办结或者援助终止时止。'),
    signHere('委托人签名或者捺印：'),
    note('由受援人签；依法可以代签的，由法定代理人、近亲属签。'),
    verify(),
    copies('本委托书一式三份：交办案机关、承办单位各一份，存卷一份。　　出具日期：{签发日期}'),
  ],
})
