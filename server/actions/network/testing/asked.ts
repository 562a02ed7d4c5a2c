import type { Outcome } from '../../outcome.ts'

/** The value of an action that has to go well; throws with its refusal when it does not. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** What a request carries. Without a type, because tests hand in what no contract would let through as well. */
export const input = (body: object, params: object = {}, query: object = {}) => ({ body, params, query }) as never
