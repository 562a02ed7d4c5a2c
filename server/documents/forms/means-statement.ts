import { z } from 'zod'
import {
  column,
  copies,
  facts,
  heading,
  note,
  number,
  pair,
  paragraph,
  rows,
  signature,
  tall,
  title,
  twoPairs,
  verify,
} from '../block.ts'
import { choice, everyDocument, list, optionalDay, optionalPicture, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { LAW } from '../phrases.ts'

/** 经济困难状况说明表: the person's own statement and pledge (法援法 41), or the ground for not being checked (法援法 42). */
export const meansStatement = form({
  title: '经济困难状况说明表',
  letter: '况',
  schema: z.object({
    ...everyDocument,
    applicant: text('申请人'),
    idNumber: text('证件号码'),
    phone: text('联系电话'),
    homeAddress: optionalText('现在住址'),
    householdSize: text('共同生活人数'),
    members: list('家庭成员', {
      name: text('姓名'),
      relation: text('关系'),
      occupation: optionalText('工作情况'),
      monthlyIncome: text('月收入'),
    }),
    monthlyIncomePerPerson: text('人均月收入'),
    householdIncome: optionalText('全家月收入'),
    assets: optionalText('主要财产'),
    burdens: optionalText('主要困难和支出'),
    standard: optionalText('经济困难标准'),
    waiver: choice('免予核查情形', {
      none: '没有以下情形',
      noIncome: '无固定生活来源的未成年人、老年人、残疾人等特定群体',
      relief: '社会救助、司法救助或者优抚对象',
      migrantWorker: '申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员',
      otherLaw: '法律、法规、规章规定的其他情形',
    }),
    verification: choice('核查方式', { pledge: '个人诚信承诺', query: '信息共享查询' }),
    signature: optionalPicture('签名图片'),
    signedOn: optionalDay('签名日期'),
  }),
  blocks: [
    title('经济困难状况说明表'),
    number('编号：{文书编号}'),
    facts(
      twoPairs('申请人', '{申请人}', '联系电话', '{联系电话}'),
      pair('证件号码', '{证件号码}'),
      pair('现在住址', '{现在住址}'),
      pair('共同生活人数', '{共同生活人数}'),
      twoPairs('全家月收入', '{全家月收入}', '人均月收入', '{人均月收入}'),
    ),
    heading('一、共同生活的家庭成员'),
    rows(
      '家庭成员',
      column('姓名', '{姓名}', 22),
      column('与申请人关系', '{关系}', 22),
      column('工作情况', '{工作情况}', 32),
      column('月收入', '{月收入}', 24),
    ),
    heading('二、财产和困难'),
    facts(
      tall('主要财产', '{主要财产}'),
      tall('主要困难和支出', '{主要困难和支出}'),
      pair('本地经济困难标准', '{经济困难标准}'),
    ),
    heading('三、免予核查和核查方式'),
    facts(pair('免予核查情形', '{免予核查情形}'), pair('核查方式', '{核查方式}')),
    heading('四、诚信承诺'),
    paragraph(`本人如实说明以上经济困难状况（${LAW}第四十一条）。所填内容不真实的，愿意依法承担责任。`),
    signature('申请人（代申请人）签名或者捺印：', '签名图片', '{签名日期}'),
    note(
      '有免予核查情形的，只需交能证明身份的材料，不再核查收入。国家赔偿、见义勇为、家庭暴力等依法不受经济困难条件限制的事项，不用填写本表。',
    ),
    verify(),
    copies('收件机构：{机构名称}　　收件日期：{签发日期}'),
  ],
})
