import { inLanguage } from './language.ts'
import { caseWords as zhCN } from './zh-CN/case.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
