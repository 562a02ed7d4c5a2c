import { inLanguage } from './language.ts'
import { questions as zhCN } from './zh-CN/questions.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
