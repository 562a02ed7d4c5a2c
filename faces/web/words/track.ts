import { inLanguage } from './language.ts'
import { track as zhCN } from './zh-CN/track.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
