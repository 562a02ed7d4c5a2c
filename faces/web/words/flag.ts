import { inLanguage } from './language.ts'
import { flag as zhCN } from './zh-CN/flag.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
