import { allFaces, BODY } from './faces.ts'

/** What drawing a document came across: the faces it uses and the characters that no face has. */
export interface Ink {
  families: Set<string>
  missing: Set<string>
}
export const freshInk = (): Ink => ({ families: new Set([BODY.family]), missing: new Set() })

/** A stretch of text in one face. */
export interface Run {
  text: string
  font: string
  fontSize?: number
}

/** Characters without a shape of their own: joiners, variation selectors, line ends. */
const SHAPELESS = /[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/u
const known = new Map<number, string | null>()

/** The family that can draw `character`, or null when no font has it. */
export function familyOf(character: string): string | null {
  const codePoint = character.codePointAt(0)!
  let family = known.get(codePoint)
  if (family === undefined) {
    family = allFaces().find((face) => face.has(codePoint))?.family ?? null
    known.set(codePoint, family)
  }
  return family
}

/** How a character that no font can draw appears: its code point, so that nothing is lost silently. */
export const spelledOut = (character: string) =>
  `〔U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}〕`

/**
 * Splits text into runs per face and notes in `ink` what was used and what is missing.
 * Line ends stay in their run; invisible selectors are dropped.
 */
export function runsOf(text: string, ink: Ink): Run[] {
  const runs: Run[] = []
  let last: Run | undefined
  const add = (piece: string, font: string, small: boolean) => {
    if (last && last.font === font && !small && last.fontSize === undefined) last.text += piece
    else runs.push((last = { text: piece, font, ...(small ? { fontSize: 8 } : {}) }))
  }
  for (const character of text.replace(/\r\n?/g, '\n')) {
    if (SHAPELESS.test(character)) continue
    if (character === '\n' || character === '\t') {
      add(character, last?.font ?? BODY.family, false)
      continue
    }
    const family = familyOf(character)
    if (family) {
      ink.families.add(family)
      add(character, family, false)
    } else {
      ink.missing.add(character)
      add(spelledOut(character), BODY.family, true)
    }
  }
  return runs
}
