import { inLanguage } from './language.ts'
import { apply as zhCN } from './zh-CN/apply.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
