/** Small looks at data of unknown shape, as YAML gives it. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** What is wrong with a guide as written: the field and what to change. */
export interface GuideProblem {
  field: string
  what: string
}
