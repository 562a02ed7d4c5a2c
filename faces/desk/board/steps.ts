import type { board } from '@fatong/contract/desk/cases.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'

export type Board = ReplyOf<typeof board>
export type BoardStep = Board['steps'][number]
