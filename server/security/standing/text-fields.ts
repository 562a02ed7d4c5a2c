import { z } from 'zod'

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  additionalProperties?: Schema | boolean
  format?: string
}
type Path = readonly (string | number)[]

/** Where a body takes text: every string that is no choice from a list, and every place that takes anything at all. */
export function textFields(body: z.ZodType): Path[] {
  const found: Path[] = []
  const walk = (schema: Schema, path: Path): void => {
    if (schema.enum || 'const' in schema) return
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) walk(one, path)
    for (const [name, property] of Object.entries(schema.properties ?? {})) walk(property, [...path, name])
    if (schema.items) walk(schema.items, [...path, 0])
    if (schema.type === 'string' || (path.length > 0 && Object.keys(schema).length === 0)) found.push(path)
    if (schema.type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object')
      found.push([...path, 'anything'])
  }
  walk(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) as Schema, [])
  return found.filter((path, i) => found.findIndex((other) => other.join('.') === path.join('.')) === i)
}

/** A copy with one place changed. */
export function withText(value: unknown, [head, ...rest]: Path, text: string): unknown {
  if (head === undefined) return text
  if (typeof head === 'number') return [withText(Array.isArray(value) ? value[0] : undefined, rest, text)]
  const before = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return { ...before, [head]: withText(before[head], rest, text) }
}

/** Every string in a JSON value, keys included. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => [key, ...stringsIn(one)])
    : []
}
