import { inLanguage } from './language.ts'
import { receipt as zhCN } from './zh-CN/receipt.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
