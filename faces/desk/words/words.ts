import { zhCN } from './zh-CN/index.ts'

/** The catalogue in use. Another language is another object of the same type. */
export type Words = typeof zhCN
export const words: Words = zhCN
