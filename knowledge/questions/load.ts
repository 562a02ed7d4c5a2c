import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { TOPICS, type Topic } from '../vocabulary.ts'
import { isRecord, isText } from '../guides/shapes.ts'

/** A lay question and what answers it. */
export interface AskedQuestion {
  ask: string
  topic: Topic
  guides: string[]
  articles: string[]
  written: string
  file: string
}
/** What is no question of law: small talk, another matter, or no words at all. */
export const NONSENSE_KINDS = ['chat', 'nonLegal', 'noise'] as const
export interface Nonsense {
  ask: string
  kind: (typeof NONSENSE_KINDS)[number]
}
/** Hostile input; `what` says what it attacks. */
export interface Hostile {
  ask: string
  what: string
}

export const QUESTIONS = import.meta.dirname
export type QuestionSet = 'test' | 'tune'

/** All questions of a set; a line that is not sound is a bug of ours and throws. */
export const loadQuestions = (set: QuestionSet, folder: string = QUESTIONS): AskedQuestion[] =>
  existsSync(join(folder, set))
    ? readdirSync(join(folder, set))
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .flatMap((name) => listIn(join(folder, set, name)).map((one, i) => asked(one, `${set}/${name}`, i)))
    : []

/** Measures: nothing is tuned on it. */
export const loadNonsense = (folder: string = QUESTIONS): Nonsense[] => nonsenseIn(folder, 'nonsense.yaml')
export const loadTuneNonsense = (folder: string = QUESTIONS): Nonsense[] => nonsenseIn(folder, 'tune-nonsense.yaml')

const nonsenseIn = (folder: string, file: string): Nonsense[] =>
  listIn(join(folder, file)).map((one, i) => {
    const kind = isRecord(one) ? NONSENSE_KINDS.find((known) => known === one.kind) : undefined
    if (!isRecord(one) || !isText(one.ask) || kind === undefined)
      throw new Error(`${file}: entry ${i + 1} needs ask and kind`)
    return { ask: one.ask, kind }
  })

/** Questions of law for tuning refusals; what answers them is not listed. */
export const loadTuneLegal = (folder: string = QUESTIONS): string[] => plainIn(folder, 'tune-legal.yaml')
/** Questions of law that no guide answers. Measures: nothing is tuned on it. */
export const loadUncovered = (folder: string = QUESTIONS): string[] => plainIn(folder, 'uncovered.yaml')

const plainIn = (folder: string, file: string): string[] =>
  listIn(join(folder, file)).map((one, i) => {
    if (!isText(one)) throw new Error(`${file}: entry ${i + 1} is no question`)
    return one
  })

/** Talk about other matters, made of words and ways of asking; each word with each way. */
export const loadElsewhere = (folder: string = QUESTIONS): string[] =>
  listIn(join(folder, 'elsewhere.yaml')).flatMap((one, i) => {
    const texts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)
    if (!isRecord(one) || !texts(one.of) || !texts(one.ask))
      throw new Error(`elsewhere.yaml: entry ${i + 1} needs of and ask`)
    const { of, ask } = one
    return of.flatMap((word) => (ask as string[]).map((way) => way.replaceAll('~', word)))
  })

export const loadHostile = (folder: string = QUESTIONS): Hostile[] =>
  listIn(join(folder, 'adversarial.yaml')).map((one, i) => {
    if (!isRecord(one) || !isText(one.ask) || !isText(one.what))
      throw new Error(`adversarial.yaml: entry ${i + 1} needs ask and what`)
    return { ask: typeof one.repeat === 'number' ? one.ask.repeat(one.repeat) : one.ask, what: one.what }
  })

const listIn = (path: string): unknown[] => {
  const data: unknown = existsSync(path) ? parse(readFileSync(path, 'utf8')) : []
  if (!Array.isArray(data)) throw new Error(`${path} is no list`)
  return data
}

function asked(one: unknown, file: string, i: number): AskedQuestion {
  const lists = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)
  const topic = isRecord(one) ? TOPICS.find((known) => known === one.topic) : undefined
  if (
    !isRecord(one) ||
    !isText(one.ask) ||
    topic === undefined ||
    !lists(one.guides) ||
    !lists(one.articles) ||
    !isText(one.written)
  )
    throw new Error(`${file}: entry ${i + 1} needs ask, topic, guides, articles and written`)
  return { ask: one.ask, topic, guides: one.guides, articles: one.articles, written: one.written, file }
}
