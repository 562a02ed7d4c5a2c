import { URGENT_GROUNDS } from '@fatong/casework/vocabulary.ts'
import { z } from 'zod'
import { blank, facts, note, number, pair, paragraph, tall, title, twoPairs, when } from '../block.ts'
import { choice, day, everyFilePaper, optionalDay, optionalText, text } from '../fields.ts'
import { filePaper } from '../form.ts'
import { FROM_HISTORY, LAW } from '../phrases.ts'

/** 先行援助审批记录: aid before the papers are complete (法援法 44; UR-1 to UR-4, T8). */
export const provisionalRecord = filePaper({
  title: '先行提供法律援助审批记录',
  schema: z.object({
    ...everyFilePaper,
    recordNumber: text('记录编号'),
    applicant: text('申请人'),
    appliedOn: day('申请日期'),
    matter: text('申请事项'),
    serviceForm: text('援助形式'),
    opponent: optionalText('对方当事人'),
    ground: choice('紧急情形', URGENT_GROUNDS),
    reason: text('具体情况'),
    approver: text('批准人'),
    approvedAt: text('批准时间'),
    formalitiesOn: optionalDay('补齐手续的日期'),
  }),
  blocks: [
    title('先行提供法律援助审批记录'),
    number('记录编号：{记录编号}'),
    facts(
      twoPairs('受理编号', '{受理编号}', '申请日期', '{申请日期}'),
      twoPairs('申请人', '{申请人}', '援助形式', '{援助形式}'),
      pair('申请事项', '{申请事项}'),
      pair('对方当事人', '{对方当事人}'),
      pair('紧急情形', '{紧急情形}'),
      tall('具体情况', '{具体情况}'),
      twoPairs('批准人', '{批准人}', '批准时间', '{批准时间}'),
    ),
    when('补齐手续的日期', facts(pair('补齐手续的日期', '{补齐手续的日期}'))),
    paragraph(`情况紧急，依照${LAW}第四十四条的规定先行提供法律援助。受援人应当及时补办有关手续，补充有关材料。`),
    blank('批准人（签名）：'),
    note(FROM_HISTORY),
  ],
})
