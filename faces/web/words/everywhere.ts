import { inLanguage } from './language.ts'
import { everywhere as zhCN } from './zh-CN/everywhere.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
