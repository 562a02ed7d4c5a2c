import { inLanguage } from './language.ts'
import { ask as zhCN } from './zh-CN/ask.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
