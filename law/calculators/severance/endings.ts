/** How the work ended decides what is owed: N, two N or nothing (劳动合同法 46, 87, rule book 5.4). */
import { statute } from '../../citation.ts'
import { said } from '../calculation.ts'
import type { Said } from '../calculation.ts'

export interface Ending {
  /** As somebody would say it. */
  label: string
  pays: 'single' | 'double' | 'nothing'
  because: Said
}

const article46 = statute('laborContract', '46')

export const ENDINGS = {
  unlawful: {
    label: '单位没有合法理由就让我走',
    pays: 'double',
    because: said(
      '违法解除或终止劳动合同的，按经济补偿的两倍付赔偿金。付了赔偿金，不再付经济补偿。',
      statute('laborContract', '87'),
      statute('laborContractRegulation', '25'),
    ),
  },
  agreed: {
    label: '单位提出来，双方商量好了',
    pays: 'single',
    because: said('单位提出、双方商量一致解除的，要付经济补偿。是您自己提出的，不付。', article46),
  },
  unfit: {
    label: '单位说我病了干不了、不能胜任，或者岗位没了',
    pays: 'single',
    because: said(
      '这三种情形单位可以解除，但要付经济补偿；没有提前30天书面通知的，还要多付一个月工资。',
      statute('laborContract', '40'),
      article46,
    ),
  },
  layoff: {
    label: '单位裁员',
    pays: 'single',
    because: said('裁员的，要付经济补偿。', statute('laborContract', '41'), article46),
  },
  expired: {
    label: '合同到期，单位不续，或者降了条件我没同意',
    pays: 'single',
    because: said('固定期限合同到期、单位不续的，要付经济补偿。', article46),
  },
  taskDone: {
    label: '按工程、任务签的合同，活干完了',
    pays: 'single',
    because: said(
      '以完成一定工作任务为期限的合同，任务完成而终止的，要付经济补偿。',
      statute('laborContractRegulation', '22'),
    ),
  },
  closed: {
    label: '单位破产、关门、被吊销执照',
    pays: 'single',
    because: said('单位破产、关门、被吊销执照，合同终止的，要付经济补偿。', article46),
  },
  forced: {
    label: '单位欠薪、不交社保等，我被迫走的',
    pays: 'single',
    because: said(
      '单位欠薪、不交社保等，劳动者可以解除合同并要经济补偿。走以前要有书面的“被迫解除”通知，理由写明。',
      statute('laborContract', '38'),
      article46,
    ),
  },
  resigned: {
    label: '我自己不想干了',
    pays: 'nothing',
    because: said('自己辞职的，法律没有规定付经济补偿。其实是因为欠薪、不交社保才走的，请改选那一项。', article46),
  },
  fault: {
    label: '单位说我严重违纪等',
    pays: 'nothing',
    because: said(
      '真有严重违反规章制度等情形的，单位可以解除，不付经济补偿。单位拿不出证据、规章没有告诉过您的，可能是违法解除，请改选第一项再算。',
      statute('laborContract', '39'),
      article46,
    ),
  },
  refusedRenewal: {
    label: '合同到期，单位同等或更好条件要续，我没同意',
    pays: 'nothing',
    because: said('单位维持或提高条件续订、劳动者不同意的，不付经济补偿。', article46),
  },
  partTime: {
    label: '我是小时工（非全日制）',
    pays: 'nothing',
    because: said('非全日制用工，双方都可以随时终止，不付经济补偿。', statute('laborContract', '71')),
  },
} as const satisfies Record<string, Ending>
export type EndingKind = keyof typeof ENDINGS
