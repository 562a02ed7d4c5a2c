import { z } from 'zod'
import { addressee, copies, number, paragraph, seal, title, when } from '../block.ts'
import { choice, day, everyDocument, text, optionalText } from '../fields.ts'
import { form } from '../form.ts'
import { LAW } from '../phrases.ts'

/** 异议审查决定书: the bureau upholds or orders correction within five days (法援法 49; rules OB-2, OB-3). `agencyName` is the bureau. */
export const objectionResult = form({
  title: '法律援助异议审查决定书',
  letter: '异',
  schema: z.object({
    ...everyDocument,
    objector: text('异议人'),
    receivedOn: day('收到异议日期'),
    agency: text('法律援助机构'),
    contestedNumber: text('原决定书编号'),
    contestedTitle: text('原决定名称'),
    claim: text('异议理由'),
    findings: text('审查意见'),
    outcome: choice('审查结果', { uphold: '维持', orderCorrection: '责令改正' }),
    correction: optionalText('改正要求'),
    reconsiderationBody: text('复议机关'),
    court: text('管辖法院'),
    phone: text('联系电话'),
  }),
  mustSay: ['行政复议', '行政诉讼'],
  blocks: [
    title('法律援助异议审查决定书'),
    number(),
    addressee('{异议人}：'),
    paragraph(
      '你对{法律援助机构}作出的{原决定名称}（{原决定书编号}）不服提出的异议，本机关于{收到异议日期}收到，已经审查。',
    ),
    paragraph('你的异议理由：{异议理由}'),
    paragraph('经审查：{审查意见}'),
    when(
      '审查结果是维持',
      paragraph(`根据${LAW}第四十九条的规定，本机关决定：维持{法律援助机构}的上述决定。`),
      paragraph(
        '你对本决定不服的，可以自知道本决定之日起六十日内向{复议机关}申请行政复议（《中华人民共和国行政复议法》第二十条），也可以自知道或者应当知道本决定之日起六个月内直接向{管辖法院}提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）；申请复议后对复议决定不服的，可以自收到复议决定书之日起十五日内提起行政诉讼（《中华人民共和国行政诉讼法》第四十五条）。',
      ),
    ),
    when(
      '审查结果是责令改正',
      paragraph(`根据${LAW}第四十九条的规定，本机关决定：责令{法律援助机构}改正上述决定。{改正要求}`),
      paragraph('{法律援助机构}会及时改正并告知你结果。'),
    ),
    paragraph('联系电话：{联系电话}'),
    seal(),
    copies('本决定书送异议人和{法律援助机构}各一份，存卷一份。'),
  ],
})
