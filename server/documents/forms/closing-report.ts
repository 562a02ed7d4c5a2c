import { CLOSED_BY } from '@fatong/casework/vocabulary.ts'
import { z } from 'zod'
import {
  blank,
  column,
  facts,
  heading,
  note,
  number,
  pair,
  paragraph,
  rows,
  tall,
  title,
  twoPairs,
  verify,
} from '../block.ts'
import { day, everyDocument, list, optionalChoice, optionalText, text } from '../fields.ts'
import { form } from '../form.ts'
import { LAW } from '../phrases.ts'

/** 结案报告表: the handler's report with its papers (法援法 50). Says nothing of subsidies (invariant I8). */
export const closingReport = form({
  title: '法律援助结案报告表',
  letter: '结',
  schema: z.object({
    ...everyDocument,
    caseNumber: text('受理编号'),
    recipient: text('受援人'),
    matter: text('申请事项'),
    serviceForm: text('援助形式'),
    stage: optionalText('办理阶段'),
    authority: optionalText('办案机关'),
    opponent: optionalText('对方当事人'),
    handlingOrg: text('承办单位'),
    provider: text('法律援助人员'),
    assignedOn: day('指派日期'),
    concludedOn: day('结案日期'),
    closedBy: optionalChoice('结案方式', CLOSED_BY),
    closingDocument: optionalText('结案文书'),
    outcome: text('办理结果'),
    benefit: optionalText('为受援人取得或者挽回的利益'),
    process: text('办理经过'),
    meetings: optionalText('会见和约见次数'),
    hearings: optionalText('出庭次数'),
    reports: optionalText('通报受援人次数'),
    papers: list('随卷材料', { name: text('材料名称'), pages: text('页数') }, 0),
    feeStatement: optionalChoice('有无收取受援人财物', { none: '没有', some: '有' }),
  }),
  blocks: [
    title('法律援助结案报告表'),
    number('编号：{文书编号}'),
    facts(
      twoPairs('受理编号', '{受理编号}', '受援人', '{受援人}'),
      pair('事项', '{申请事项}'),
      twoPairs('援助形式', '{援助形式}', '办理阶段', '{办理阶段}'),
      twoPairs('办案机关', '{办案机关}', '对方当事人', '{对方当事人}'),
      twoPairs('承办单位', '{承办单位}', '法律援助人员', '{法律援助人员}'),
      twoPairs('指派日期', '{指派日期}', '结案日期', '{结案日期}'),
      pair('结案方式', '{结案方式}'),
      pair('结案文书', '{结案文书}'),
      tall('办理经过', '{办理经过}'),
      tall('办理结果', '{办理结果}'),
      pair('取得或者挽回的利益', '{为受援人取得或者挽回的利益}'),
      twoPairs('会见、约见次数', '{会见和约见次数}', '出庭次数', '{出庭次数}'),
      pair('通报受援人次数', '{通报受援人次数}'),
      pair('有无收取受援人财物', '{有无收取受援人财物}'),
    ),
    heading('随卷材料'),
    rows('随卷材料', column('序号', '{序号}', 14), column('材料名称', '{材料名称}', 62), column('页数', '{页数}', 24)),
    paragraph(
      `本人依照${LAW}第五十条报告本案办理情况，并提交有关法律文书的副本或者复印件、办理情况报告等材料，所报告内容真实。`,
    ),
    blank('法律援助人员（签名）：'),
    blank('承办单位（印章）：'),
    verify(),
    note('报告日期：{签发日期}　　收件机构：{机构名称}'),
  ],
})
