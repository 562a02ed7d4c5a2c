import type { z } from 'zod'
import type { GuideBody, GuideLine } from './guides.ts'
import type { article } from './library.ts'

/** Shapes that screens name without knowing the schemas. */
export type Calculator = NonNullable<z.infer<typeof GuideBody>['calculators']>[number]
export type Topic = z.infer<typeof GuideLine>['topic']
export type LawLine = z.infer<typeof article.reply>['law']
