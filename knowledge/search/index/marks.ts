/** Kinds of sentence that articles have and kinds of answer that questions ask for: a question for a time limit wants an article with one. */
import { type Source } from '../searcher.ts'

const N = '[零〇一二两三四五六七八九十百千0-9]+'
const MARKS: readonly [text: RegExp, question: RegExp][] = [
  [
    new RegExp(`${N}(?:个月|日|年|小时|天|周)(?:内|以内|以上|以下|的)?`),
    /多久|多长|几天|几年|几个月|期限|什么时候|何时|时效|时间|期间|多少天|多少年/,
  ],
  [/有期徒刑|拘役|无期徒刑|死刑|管制/, /判|刑|坐牢|犯罪|罪|量刑|立案/],
  [/罚款|没收|吊销|责令|警告|拘留/, /罚|处罚|吊销|违法|违规|扣分|记分/],
  [/赔偿|补偿|赔礼|损失/, /赔|补偿|损失|索赔/],
  [/是指|本法所称|下列情形|下列行为之一|包括/, /什么是|是什么|哪些|是指|定义|包括|算不算|属于|认定|种类/],
  [/不得|禁止|严禁/, /能不能|可不可以|可以|能否|是否|允许|能.{0,12}吗|违法吗|合法/],
  [/应当(?:提交|提供|向)|申请|材料|证明|登记/, /手续|材料|申请|怎么办理|办理|流程|程序|登记|去哪/],
  [/人民法院管辖|管辖/, /管辖|哪个法院|哪里起诉|哪里的法院|到哪/],
  [/起诉|诉讼|仲裁|上诉|复议/, /起诉|诉讼|仲裁|上诉|复议|告|打官司/],
  [/无效|撤销|可以解除|终止/, /无效|有效|撤销|效力|解除|终止|作废/],
  [/百分之|倍|元|万元/, /多少|几倍|标准|计算|比例|金额|怎么算|费用/],
  [/为了|根据.{0,20}制定|适用本/, /目的|宗旨|适用范围/],
  [/由.{2,30}负责|主管|机关/, /谁|哪个部门|机关|负责/],
  [/本法自|施行|废止/, /施行|生效/],
]

/** One bit for each kind of sentence in the text. */
export const marksOfSource = ({ text }: Pick<Source, 'text'>): number =>
  MARKS.reduce((bits, [pattern], i) => (pattern.test(text) ? bits | (1 << i) : bits), 0)
/** One bit for each kind of sentence that the question asks for. */
export const marksOfQuestion = (question: string): number =>
  MARKS.reduce((bits, [, pattern], i) => (pattern.test(question) ? bits | (1 << i) : bits), 0)
