import { inLanguage } from './language.ts'
import { find as zhCN } from './zh-CN/find.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
