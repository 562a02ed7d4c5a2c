import { inLanguage } from './language.ts'
import { matters as zhCN } from './zh-CN/matters.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
