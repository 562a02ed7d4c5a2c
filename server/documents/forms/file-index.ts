import { z } from 'zod'
import { column, facts, note, number, pair, rows, title, twoPairs } from '../block.ts'
import { everyFilePaper, list, optionalDay, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY } from '../phrases.ts'

/** 卷内目录, in the order of rule book 7.4 (T20, T24). Pages are numbered by hand when the file is bound. */
export const fileIndex = filePaper({
  title: '卷内目录',
  schema: z.object({
    ...everyFilePaper,
    recipient: text('受援人'),
    matter: text('申请事项'),
    handlingOrg: optionalText('承办单位'),
    provider: optionalText('法律援助人员'),
    items: list('卷内材料', { name: text('材料名称'), number: optionalText('文书编号'), on: optionalDay('日期') }),
  }),
  blocks: [
    title('卷内目录'),
    number('受理编号：{受理编号}'),
    facts(
      pair('受援人', '{受援人}'),
      pair('事项', '{申请事项}'),
      twoPairs('承办单位', '{承办单位}', '法律援助人员', '{法律援助人员}'),
    ),
    rows(
      '卷内材料',
      column('序号', '{序号}', 8),
      column('材料名称', '{材料名称}', 35),
      column('文书编号', '{文书编号}', 26),
      column('日期', '{日期}', 22),
      column('页次', '', 9),
    ),
    note(FROM_HISTORY),
  ],
})
