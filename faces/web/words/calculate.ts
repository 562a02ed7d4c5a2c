import { inLanguage } from './language.ts'
import { calculate as zhCN } from './zh-CN/calculate.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
