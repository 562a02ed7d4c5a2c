import { inLanguage } from './language.ts'
import { problems as zhCN } from './zh-CN/problems.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
