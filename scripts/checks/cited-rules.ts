/** Which rules of `docs/rule-book.md` a text cites, and which that document defines. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two letters of a subject and a number (CF-2, ND-T1), or one of the ten errors (10A-7). */
const RULE = '(?:DL|LA|ND|JU|AC|UR|AS|CF|TM|OB|CP|CL|PN|MT|AR|ME|IN|MW|DU|PL|PR)-T?\\d{1,2}|10A-\\d{1,2}'
const CODES = new RegExp(`(?<![\\w-])(?:${RULE})(?![\\w-])`, 'g')
/** A transition, invariant or open point: one letter, so nothing may touch it (2026-11-30T12:00 and M0 0V10 are none), and no zero leads. */
const LETTERS = /(?<![\w.:/-])[TIV][1-9]\d?(?![\w.:/-]*\w)/g
/** "rule book 5.8, 4.3 and UR-1", "rule book, section 2.1", "rule book's table 2.2": everything in the list that follows. */
const NAMED = new RegExp(
  `rule book(?:'s)?,?(?: (?:section|table))? ((?:(?:${RULE}|[TIV]\\d{1,2}|\\d{1,2}(?:\\.\\d{1,2})?)(?:, | to | and )?)+)`,
  'g',
)

/** Ids and sections cited in a text, each once, in the order of their kinds. A range names its two ends. */
export function citedRules(text: string): string[] {
  const listed = [...text.matchAll(NAMED)].flatMap(([, list = '']) => list.split(/, | to | and /).filter(Boolean))
  return [...new Set([...(text.match(CODES) ?? []), ...(text.match(LETTERS) ?? []), ...listed])]
}

/** The anchors of a page in Markdown, twice if they stand there twice. */
export const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id)

const CITING = /\.(ts|tsx|sql|md)$|(^|\/)law\/.*\/cases\.yaml$/
const NO_SOURCE = ['node_modules', 'dist', 'data', 'coverage']

/** Files below a folder that may cite rules, as paths from `root`. */
export function citingFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return NO_SOURCE.some((name) => entry.name === name || entry.name.startsWith(`${name}.`))
        ? []
        : citingFiles(root, path)
    return CITING.test(path) ? [path] : []
  })
}

/** What the files cite and `defined` lacks, as "file: id". */
export const undefinedRules = (root: string, files: readonly string[], defined: ReadonlySet<string>): string[] =>
  files.flatMap((file) =>
    citedRules(readFileSync(join(root, file), 'utf8'))
      .filter((id) => !defined.has(id))
      .map((id) => `${file}: ${id}`),
  )
