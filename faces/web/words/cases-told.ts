import { inLanguage } from './language.ts'
import { casesTold as zhCN } from './zh-CN/cases-told.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
