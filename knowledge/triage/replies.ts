/** What we say when there is nothing to search for. Short, friendly, and always with somebody to turn to. */
import { type Manner } from './manner.ts'

export type Redirect = Exclude<Manner, 'question' | 'unclear'> | 'empty' | 'tooLong' | 'danger'

export const REDIRECTS: Readonly<Record<Redirect, readonly string[]>> = {
  empty: ['您还没有写问题。用平常说话的样子写就行，比如：老板欠我三个月工资怎么办？'],
  tooLong: [
    '您写得太长了，我看不完。请用几句话说：发生了什么事，什么时候，您想要什么。',
    '材料多的话，可以打 12348，或者带着材料到最近的服务点，当面请人看。',
  ],
  greeting: [
    '您好！请直接说您遇到的事，比如：老板不给工资、被车撞了、想离婚、邻居占了我家地。',
    '也可以打 12348，免费，24小时有人接。',
  ],
  danger: ['先顾好人，别的都不急。', '人安全了，有法律上的事要问，随时接着说。'],
  thanks: ['不客气。还有别的事可以接着问；要找人说，打 12348。'],
  person: [
    '我是自动回答的程序，答案都来自法律条文和我们写好的指南。',
    '要找人：打 12348（免费，24小时），到最近的服务点，或者把问题留给值班律师，有回复会通知您。',
  ],
  notLegal: [
    '这个问题和法律没有关系，我答不好。',
    '遇到欠薪、受伤、家里的事、借钱、买到假货、和单位或邻居闹矛盾，可以来问我；急事请打 110 或 120。',
  ],
  nonsense: [
    '没看懂您写的。请用一两句话说说发生了什么事，比如：房东不退押金怎么办？',
    '不方便打字的话，可以打 12348，有人听您说。',
  ],
}
