import { inLanguage } from './language.ts'
import { home as zhCN } from './zh-CN/home.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
