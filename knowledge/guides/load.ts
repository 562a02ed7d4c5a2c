import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parse } from 'yaml'
import { TOPICS } from '../vocabulary.ts'
import { type Guide } from './guide.ts'
import { guideProblems, isGuide } from './problems.ts'
import { isRecord, isText, type GuideProblem } from './shapes.ts'

export interface FileProblem extends GuideProblem {
  file: string
}

/** The guides that ship with the product. */
export const CONTENT = join(import.meta.dirname, 'content')

/** Reads `folder/TOPIC/NAME.yaml`. Sentences may be written as plain text where they cite nothing. Problems are returned, sound guides too. */
export function readGuides(folder: string = CONTENT): { guides: Guide[]; problems: FileProblem[] } {
  const guides: Guide[] = []
  const problems: FileProblem[] = []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  for (const name of files) {
    const file = name.split(sep).join('/')
    const data = parsed(readFileSync(join(folder, name), 'utf8'))
    if (isGuide(data)) guides.push(data)
    const expected = file.replace(/\.yaml$/, '')
    const found = guideProblems(data)
    if (isRecord(data) && data.slug !== expected)
      found.push({ field: 'slug', what: `must be ${expected}, as the file lies` })
    problems.push(...found.map((problem) => ({ file, ...problem })))
  }
  guides.sort((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || (a.slug < b.slug ? -1 : 1))
  return { guides, problems: [...problems, ...amongEachOther(guides)] }
}

/** Guides in the order of the topic tree; a file that is not sound is a bug of ours and throws with every problem named. */
export function loadGuides(folder: string = CONTENT): Guide[] {
  const { guides, problems } = readGuides(folder)
  if (problems.length > 0)
    throw new Error(
      `guides are not sound:\n${problems.map(({ file, field, what }) => `${file}: ${field} ${what}`).join('\n')}`,
    )
  return guides
}

/** A file that YAML cannot read is no mapping, and is reported as such. */
function parsed(text: string): unknown {
  try {
    return withSentences(parse(text))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const SENTENCES = ['answer', 'steps', 'deadlines', 'traps']
const withSentences = (data: unknown): unknown =>
  isRecord(data)
    ? Object.fromEntries(
        Object.entries(data).map(([field, value]) => [
          field,
          SENTENCES.includes(field) && Array.isArray(value) ? value.map(asSentence) : value,
        ]),
      )
    : data
const asSentence = (written: unknown): unknown =>
  isText(written)
    ? { text: written, cites: [] }
    : isRecord(written) && written.cites === undefined
      ? { ...written, cites: [] }
      : written

/** Titles and slugs that come twice, and choices that lead to no guide. */
function amongEachOther(guides: readonly Guide[]): FileProblem[] {
  const slugs = new Set(guides.map(({ slug }) => slug))
  const seen = new Map<string, string>()
  return guides.flatMap(({ slug, title, needs = [] }) => {
    const file = `${slug}.yaml`
    const other = seen.get(title)
    seen.set(title, slug)
    const lost = needs.flatMap(({ choices }) =>
      choices.flatMap(({ guide }) => (guide !== undefined && !slugs.has(guide) ? [guide] : [])),
    )
    return [
      ...(other === undefined ? [] : [{ file, field: 'title', what: `is also the title of ${other}` }]),
      ...lost.map((guide) => ({ file, field: 'needs', what: `lead to ${guide}, which does not exist` })),
    ]
  })
}
