import type { z } from 'zod'
import type { Block } from './block.ts'

/** One official form: its name, the letter of its number, its data and its description. */
export interface Form<S extends z.ZodObject = z.ZodObject> {
  title: string
  schema: S
  blocks: readonly Block[]
  /** words that a bureau's own template must still say, because the law requires telling them */
  mustSay?: readonly string[]
}

/** The form of a paper that is issued under a number of its own. */
export interface IssuedForm<S extends z.ZodObject = z.ZodObject> extends Form<S> {
  /** the character between the agency's short name and 字 */
  letter: string
}

/** Keeps the exact schema type of a form. */
export const form = <S extends z.ZodObject>(of: IssuedForm<S>): IssuedForm<S> => of
export const filePaper = <S extends z.ZodObject>(of: Form<S>): Form<S> => of

/** Whether a paper bears the code that anybody can verify it by: papers of the file do not. */
export const bearsCode = ({ blocks }: Pick<Form, 'blocks'>): boolean =>
  blocks.some(({ block }) => block === 'seal' || block === 'verify')
