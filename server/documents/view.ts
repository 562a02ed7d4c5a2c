import type { z } from 'zod'
import { chineseDay } from './chinese-date.ts'
import { fieldNotes, type FieldNote } from './fields.ts'

/** What a template sees: Chinese tag -> text, picture, truth of a section, or rows. */
export interface View {
  [tag: string]: string | boolean | Uint8Array | View[]
}

/** A field's schema; zod's own type of a shape says too little. */
export const fieldOf = (schema: z.ZodObject, key: string): z.ZodType =>
  (schema.shape as Record<string, z.ZodType>)[key]!

/** The registered field behind `key`; a field without a Chinese name is a bug. */
export function noteOf(schema: z.ZodObject, key: string): FieldNote {
  const note = fieldNotes.get(fieldOf(schema, key))
  if (!note) throw new Error(`Field ${key} has no Chinese name`)
  return note
}

/** Chinese tags of one option of a choice, for sections: {#申请方式是本人申请}. */
export const optionTag = (label: string, option: string) => `${label}是${option}`

/**
 * Turns checked data into what both layouts show. Missing optional fields become '' so that no tag is left over.
 * `序号` numbers the rows of each list from 1.
 */
export function viewOf(schema: z.ZodObject, data: Readonly<Record<string, unknown>>): View {
  const view: View = {}
  for (const key of Object.keys(schema.shape)) {
    const { label, writing } = noteOf(schema, key),
      value = data[key]
    switch (writing.as) {
      case 'text':
        view[label] = value === undefined ? '' : String(value)
        break
      case 'day':
        view[label] = value === undefined ? '' : chineseDay(String(value))
        break
      case 'picture':
        view[label] = value instanceof Uint8Array ? value : ''
        break
      case 'lines':
        view[label] = (value as string[]).join('、')
        break
      case 'choice':
        view[label] = Object.entries(writing.options)
          .map(([code, words]) => `${code === value ? '☑' : '☐'}${words}`)
          .join(oneLine(writing.options) ? '　' : '\n')
        for (const [code, words] of Object.entries(writing.options)) view[optionTag(label, words)] = code === value
        break
      case 'choices':
        view[label] = inLines(
          Object.entries(writing.options).map(
            ([code, words]) => `${(value as string[] | undefined)?.includes(code) ? '☑' : '☐'}${words}`,
          ),
        )
        break
      case 'list':
        view[label] = (value as Record<string, unknown>[]).map((row, i) => ({
          序号: String(i + 1),
          ...viewOf(writing.item, row),
        }))
        break
      default:
        writing satisfies never
    }
  }
  return view
}

/** Boxes beside each other, as many as fit a row of the form, so that no line ends inside a word. */
const LINE_LENGTH = 30
const inLines = (boxes: readonly string[]): string =>
  boxes.reduce((text, box) => {
    const line = text.slice(text.lastIndexOf('\n') + 1)
    return text === '' ? box : `${text}${line.length + 1 + box.length > LINE_LENGTH ? '\n' : '　'}${box}`
  }, '')

/** Long options stand under each other. */
const oneLine = (options: Readonly<Record<string, string>>) => Object.values(options).join('').length <= 30

/** Every tag a template of this schema may use, and the tags inside each list. */
export interface Tags {
  single: Set<string>
  lists: Map<string, Set<string>>
}
export function tagsOf(schema: z.ZodObject): Tags {
  const tags: Tags = { single: new Set(), lists: new Map() }
  for (const key of Object.keys(schema.shape)) {
    const { label, writing } = noteOf(schema, key)
    if (writing.as === 'list') tags.lists.set(label, new Set(['序号', ...tagsOf(writing.item).single]))
    else tags.single.add(label)
    if (writing.as === 'choice')
      for (const words of Object.values(writing.options)) tags.single.add(optionTag(label, words))
  }
  return tags
}
