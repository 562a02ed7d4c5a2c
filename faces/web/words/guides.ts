import { inLanguage } from './language.ts'
import { guides as zhCN } from './zh-CN/guides.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
