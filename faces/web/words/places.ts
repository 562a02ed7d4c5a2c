import { inLanguage } from './language.ts'
import { places as zhCN } from './zh-CN/places.ts'

export const words = inLanguage({ 'zh-CN': zhCN })
