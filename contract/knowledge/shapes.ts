import type { z } from 'zod'
import type { GuideLine } from './guides.ts'
import type { article } from './library.ts'

/** Shapes that screens name without knowing the schemas. */
export type Topic = z.infer<typeof GuideLine>['topic']
export type LawLine = z.infer<typeof article.reply>['law']
