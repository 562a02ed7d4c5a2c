import type { View } from '../view.ts'

/** Puts the view's values in place of `{tags}`. Values are never read as tags again. An unknown tag is a bug in a form. */
export function fillText(text: string, view: View, outer?: View): string {
  return text.replace(/\{([^{}]+)\}/g, (_, tag: string) => {
    const value = view[tag] ?? outer?.[tag]
    if (typeof value !== 'string') throw new Error(`The form uses {${tag}}, which is not a text of its data`)
    return value
  })
}

/** Whether a section of this tag is shown: a true choice, a text that is not blank, a list that is not empty. */
export function sectionShows(view: View, tag: string): boolean {
  const value = view[tag]
  if (value === undefined) throw new Error(`The form asks about {${tag}}, which is not in its data`)
  return Array.isArray(value) || value instanceof Uint8Array ? value.length > 0 : value !== '' && value !== false
}
