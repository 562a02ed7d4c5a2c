import type { z } from 'zod'
import type {
  Answer as AnswerSchema,
  Reply as ReplySchema,
  Said as SaidSchema,
  SourceRef as SourceRefSchema,
} from './answer.ts'
import type { ask, flagAnswer, Message as MessageSchema } from './ask.ts'
import type { find } from './find.ts'
import type { suggestions } from './suggestions.ts'

/** Shapes that screens name without knowing the schemas. */
export type Answer = z.infer<typeof AnswerSchema>
export type Reply = z.infer<typeof ReplySchema>
export type Said = z.infer<typeof SaidSchema>
export type SourceRef = z.infer<typeof SourceRefSchema>
export type Message = z.infer<typeof MessageSchema>
export type Session = z.infer<typeof ask.reply>['session']
/** What somebody says is wrong. */
export type Flag = z.infer<typeof flagAnswer.body>
export type Suggestion = z.infer<typeof suggestions.reply>['items'][number]
export type Found = z.infer<typeof find.reply>['items'][number]
