import type { Sound } from './sounds.ts'

/**
 * Reads letters as pinyin from a place on: whole syllables or their beginnings (gongzi, gz, gongz, lbqgz). Gives the place after
 * the last syllable that was read, or -1. The last one may be unfinished, as it is while somebody types.
 */
export function readLetters(letters: string, sounds: readonly Sound[], from: number): number {
  if (letters === '') return from
  const syllable = sounds[from]?.syllable
  if (syllable === undefined) return -1
  if (syllable.startsWith(letters)) return from + 1
  if (letters.startsWith(syllable)) {
    const after = readLetters(letters.slice(syllable.length), sounds, from + 1)
    if (after >= 0) return after
  }
  const double = /^[zcs]h/.test(syllable) && letters.startsWith(syllable.slice(0, 2))
  if (double) {
    const after = readLetters(letters.slice(2), sounds, from + 1)
    if (after >= 0) return after
  }
  return letters[0] === syllable[0] ? readLetters(letters.slice(1), sounds, from + 1) : -1
}

/** The letters of whole syllables with one slip (gognzi): left out, too many, another one, or two swapped. */
export function slippedLetters(letters: string, sounds: readonly Sound[], from: number): boolean {
  let spelled = ''
  for (let at = from; at < sounds.length && spelled.length < letters.length + 1; at++) {
    spelled += (sounds[at] as Sound).syllable
    if (Math.abs(spelled.length - letters.length) <= 1 && oneSlip(letters, spelled)) return true
  }
  return false
}

function oneSlip(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const left = a.slice(start, a.length - end),
    right = b.slice(start, b.length - end)
  return (
    left.length + right.length <= 1 ||
    (left.length === 1 && right.length === 1) ||
    (left.length === 2 && left === [...right].reverse().join(''))
  )
}
