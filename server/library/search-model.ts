import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackModel } from '@fatong/knowledge/learn/model-file.ts'
import { StartProblem } from '../db/embedded/start-problem.ts'

const SHIPPED = join(import.meta.dirname, '../../knowledge/model/statutes.model')

/** The file of the model that searches. Throws StartProblem when the operator's own cannot be used: searching without one unasked would be worse. */
export function searchModel(own: string | undefined): string {
  if (own === undefined) return SHIPPED
  const read = existsSync(own) ? unpackModel(readFileSync(own)) : undefined
  if (read === undefined)
    throw new StartProblem(
      `SEARCH_MODEL: ${own} is no search model of this version. Make one with "npm run train", or leave SEARCH_MODEL out.`,
    )
  return own
}
