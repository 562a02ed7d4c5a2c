import { inLanguage } from './language.ts'
import { goingOn as zhCN } from './zh-CN/continue.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
