import type { z } from 'zod'
import { chineseDay } from './chinese-date.ts'
import { noteOf } from './view.ts'

/** What a document says, field by field in the words of its form; fields that were left open are left out. */
export function toldLines(
  schema: z.ZodObject,
  data: Readonly<Record<string, unknown>>,
): { what: string; text: string }[] {
  return Object.keys(schema.shape).flatMap((key) => {
    const { label, writing } = noteOf(schema, key),
      value = data[key]
    if (value === undefined || value === '') return []
    switch (writing.as) {
      case 'text':
        return [{ what: label, text: String(value) }]
      case 'day':
        return [{ what: label, text: chineseDay(String(value)) }]
      case 'choice':
        return [{ what: label, text: writing.options[String(value)] ?? '' }]
      case 'choices':
        return [{ what: label, text: (value as string[]).map((code) => writing.options[code] ?? '').join('、') }]
      case 'lines':
        return [{ what: label, text: (value as string[]).join('、') }]
      case 'list':
        return (value as Record<string, unknown>[]).map((row) => ({
          what: label,
          text: toldLines(writing.item, row)
            .map(({ text }) => text)
            .join('，'),
        }))
      case 'picture':
        return []
      default:
        return writing satisfies never
    }
  })
}
