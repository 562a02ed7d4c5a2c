import { words } from '../words/words.ts'

const ENGLISH = /^[\x20-\x7e]*$/

/** `items.0.wording` -> the form's own path. A message that is not for people is replaced by a plain one. */
export function fieldErrors(errors: Record<string, string>): { name: (string | number)[]; errors: string[] }[] {
  return Object.entries(errors).map(([path, says]) => ({
    name: nameOf(path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))),
    errors: [ENGLISH.test(says) ? words.forms.missing : says],
  }))
}

/** Inputs that hold a list as one value take the hint as a whole. */
const WHOLE = new Set(['items', 'materialIds', 'reasons'])
const nameOf = (path: (string | number)[]): (string | number)[] =>
  typeof path[0] === 'string' && WHOLE.has(path[0]) && typeof path[1] === 'number' && path.length > 2 ? [path[0]] : path
