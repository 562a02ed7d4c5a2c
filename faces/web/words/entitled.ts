import { inLanguage } from './language.ts'
import { entitled as zhCN } from './zh-CN/entitled.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
