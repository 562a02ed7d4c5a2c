/** What somebody typed, made fit to be read: the words stay theirs, what no person meant to say goes. */
import { toSimplified } from './traditional.ts'

/** Longer stories are read at both ends: people open with what happened and close with what they ask. */
const READ_FROM_START = 1_200
const READ_FROM_END = 400
/** Beyond this nobody typed it; a clear word is better than a guess from the first lines. */
export const TOO_LONG = 6_000

export interface Cleaned {
  /** Simplified, one line, at most about 1,600 characters. */
  text: string
  /** Characters that were given. */
  length: number
  tooLong: boolean
  /** The middle was left out. */
  shortened: boolean
  traditional: boolean
  markup: boolean
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Controls, soft hyphens, zero-width and direction marks: unseen by the writer, hostile where somebody put them on purpose. */
const UNSEEN = /[\p{Cc}\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB]|[\u{E0000}-\u{E007F}]/gu
/** Full-width letters and digits, and radicals that stand in for characters in copied PDF text. Punctuation stays as written. */
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u2E80-\u2FDF]/g
const TAG = /<\/?[a-zA-Z!][^<>]{0,300}>/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}
const ENTITY = /&(?:lt|gt|amp|quot|nbsp|#39);/g

export function clean(raw: string): Cleaned {
  const length = raw.length
  const cut = length > TOO_LONG ? raw.slice(0, TOO_LONG) : raw
  const seen = cut
    .replace(LONE_SURROGATE, ' ')
    .replace(WIDE, (character) => character.normalize('NFKC'))
    .replace(UNSEEN, ' ')
  const plain = seen.replace(TAG, ' ').replace(ENTITY, (entity) => ENTITIES[entity] ?? ' ')
  const line = plain.replace(/\s+/gu, ' ').trim()
  const simplified = toSimplified(line)
  return {
    text: bothEnds(simplified),
    length,
    tooLong: length > TOO_LONG,
    shortened: simplified.length > READ_FROM_START + READ_FROM_END,
    traditional: simplified !== line,
    markup: plain !== seen,
  }
}

function bothEnds(text: string): string {
  if (text.length <= READ_FROM_START + READ_FROM_END) return text
  return `${text.slice(0, READ_FROM_START)} ${text.slice(-READ_FROM_END)}`.replace(LONE_SURROGATE, '')
}
