import { inLanguage } from './language.ts'
import { law as zhCN } from './zh-CN/law.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
