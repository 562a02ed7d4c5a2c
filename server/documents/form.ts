import type { z } from 'zod'
import type { Block } from './block.ts'

/** One official form: its name, the letter of its number, its data and its description. */
export interface Form<S extends z.ZodObject = z.ZodObject> {
  title: string
  /** the character between the agency's short name and 字 */
  letter: string
  schema: S
  blocks: readonly Block[]
  /** words that a bureau's own template must still say, because the law requires telling them */
  mustSay?: readonly string[]
}

/** Keeps the exact schema type of a form. */
export const form = <S extends z.ZodObject>(of: Form<S>): Form<S> => of
