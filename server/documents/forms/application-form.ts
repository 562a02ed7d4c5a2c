import { PERSON_GROUPS } from '@fatong/casework/vocabulary.ts'
import { z } from 'zod'
import { column, copies, facts, heading, note, number, pair, paragraph, rows, signature, tall, title, twoPairs, verify, when } from '../block.ts'
import { choice, choices, everyDocument, list, optionalDay, optionalPicture, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { FREE_OF_CHARGE, LAW } from '../phrases.ts'

/** 法律援助申请表: filled on a screen, signed there, or printed and signed by hand. */
export const applicationForm = form({
  title: '法律援助申请表',
  letter: '申',
  schema: z.object({
    ...everyDocument,
    applicant: text('申请人'), sex: optionalText('性别'), bornOn: optionalDay('出生日期'), ethnicity: optionalText('民族'),
    idKind: text('证件名称'), idNumber: text('证件号码'), phone: text('联系电话'), personGroup: choices('人员类别', PERSON_GROUPS),
    registeredAddress: optionalText('户籍所在地'), homeAddress: optionalText('现在住址'), employer: optionalText('工作单位'),
    appliedBy: choice('申请方式', { self: '本人申请', proxy: '代为申请' }),
    proxyName: optionalText('代申请人'), proxyRelation: optionalText('与申请人关系'),
    proxyIdNumber: optionalText('代申请人证件号码'), proxyPhone: optionalText('代申请人电话'),
    helper: optionalText('帮办人'),
    matter: text('申请事项'), serviceForm: text('援助形式'), opponent: optionalText('对方当事人'), authority: optionalText('办案机关'),
    means: choice('经济条件', { check: '需要核查', waived: '免予核查', notRequired: '不受经济条件限制' }),
    story: text('案情和理由'),
    materials: list('提交的材料', { name: text('材料名称'), copies: text('份数') }, 0),
    signature: optionalPicture('签名图片'), signedOn: optionalDay('签名日期'),
  }),
  blocks: [
    title('法律援助申请表'), number('编号：{文书编号}'),
    heading('一、申请人'),
    facts(
      twoPairs('姓名', '{申请人}', '性别', '{性别}'),
      twoPairs('出生日期', '{出生日期}', '民族', '{民族}'),
      twoPairs('证件名称', '{证件名称}', '证件号码', '{证件号码}'),
      twoPairs('联系电话', '{联系电话}', '工作单位或职业', '{工作单位}'),
      pair('人员类别', '{人员类别}'), pair('户籍所在地', '{户籍所在地}'), pair('现在住址', '{现在住址}'),
      pair('申请方式', '{申请方式}'),
    ),
    when('申请方式是代为申请', heading('代申请人'), facts(
      twoPairs('姓名', '{代申请人}', '与申请人关系', '{与申请人关系}'),
      twoPairs('证件号码', '{代申请人证件号码}', '联系电话', '{代申请人电话}'),
    )),
    when('帮办人', facts(pair('帮助填写人', '{帮办人}'))),
    heading('二、申请的事情'),
    facts(
      pair('申请事项', '{申请事项}'), pair('援助形式', '{援助形式}'), pair('对方当事人', '{对方当事人}'),
      pair('办案机关', '{办案机关}'), pair('经济条件', '{经济条件}'), tall('案情和理由', '{案情和理由}'),
    ),
    heading('三、提交的材料'),
    rows('提交的材料', column('序号', '{序号}', 14), column('材料名称', '{材料名称}', 62), column('份数', '{份数}', 24)),
    heading('四、声明'),
    paragraph(`以上内容由本人填写，或者由他人代为填写并经本人核对，内容和材料真实。以欺骗等不正当手段获得法律援助的，依法承担责任（${LAW}第六十四条）。`),
    signature('申请人（代申请人）签名或者捺印：', '签名图片', '{签名日期}'),
    note(FREE_OF_CHARGE),
    verify(),
    copies('收件机构：{机构名称}　　收件日期：{签发日期}'),
  ],
})
