/// <reference types="node" />
import { createHash } from 'node:crypto'

/** The same UUID for the same words, in every run. */
export function uuidOf(words: string): string {
  const h = createHash('sha256').update(words).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}
