import { inLanguage } from './language.ts'
import { me as zhCN } from './zh-CN/me.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
