import { toSimplified } from '../triage/traditional.ts'
import { readLetters, slippedLetters } from './suggest/letters.ts'
import { slipsBetween } from './suggest/slips.ts'
import { soundsOf, type Sound } from './suggest/sounds.ts'

export type SuggestionKind = 'question' | 'law' | 'topic'
/** One wording that can be offered. Of several with the same `about` (the ways to ask for one guide) at most two are. */
export interface Wording {
  text: string
  kind: SuggestionKind
  about: string /** among equals the higher stands first */
  weight: number
}
export interface Suggestion {
  text: string
  kind: SuggestionKind
  about: string
}
export type Suggest = (typed: string, limit: number) => Suggestion[]

/** Longer is no beginning of anything; nothing is suggested then. */
export const MOST_TYPED = 40
/** How many of the likeliest wordings are compared sign by sign. */
const COMPARED = 250
/** One slip for so many signs. */
const SIGNS_A_SLIP = 3.5
const SLIP_PRICE = 0.24,
  INSIDE_PRICE = 0.12,
  LENGTH_PRICE = 0.004,
  FEWEST_FOR_SLIPS = 3,
  FEWEST_LETTERS_FOR_SLIPS = 5

interface Spelled {
  wording: Wording
  sounds: readonly Sound[]
}

/** Suggestions as one types: in characters, in pinyin whole or by its first letters, mixed, and with slips. Pure; made once for a set of wordings. */
export function suggester(wordings: readonly Wording[]): Suggest {
  const all: Spelled[] = wordings.map((wording) => ({ wording, sounds: soundsOf(wording.text) }))
  const bySound = new Map<string, number[]>()
  all.forEach(({ sounds }, at) => {
    for (const near of new Set(sounds.map((sound) => sound.near))) bySound.set(near, [...(bySound.get(near) ?? []), at])
  })

  /** Wordings that share most sounds with what was typed, rare sounds counting more; all of them for letters, which may stand for any. */
  const likely = (typed: readonly Sound[]): Spelled[] => {
    const shared = new Map<number, number>()
    for (const near of new Set(typed.map((sound) => sound.near))) {
      const holders = bySound.get(near) ?? []
      for (const at of holders) shared.set(at, (shared.get(at) ?? 0) + Math.log(1 + all.length / holders.length))
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, COMPARED)
      .map(([at]) => all[at] as Spelled)
  }

  return (typed, limit) => {
    const plain = toSimplified(typed.slice(0, MOST_TYPED + 1))
      .normalize('NFKC')
      .toLowerCase()
    const pieces = plain.match(/\p{Script=Han}+|[a-z]+|[0-9]+/gu) ?? []
    if (plain.length > MOST_TYPED || pieces.length === 0) return []
    const letters = /[a-z]/.test(plain)
    const sounds = letters ? [] : soundsOf(plain)
    const fits = (letters ? all : likely(sounds)).flatMap((one) => {
      const fit = letters ? fitOfPieces(pieces, one.sounds) : fitOfSounds(sounds, one.sounds)
      return fit === undefined
        ? []
        : [{ ...one.wording, fit: fit - LENGTH_PRICE * one.sounds.length + one.wording.weight }]
    })
    return chosen(
      fits.sort((a, b) => b.fit - a.fit || (a.text < b.text ? -1 : 1)),
      limit,
    )
  }
}

function fitOfSounds(typed: readonly Sound[], meant: readonly Sound[]): number | undefined {
  const { slips, at } = slipsBetween(typed, meant)
  const allowed = typed.length < FEWEST_FOR_SLIPS ? 0.5 : typed.length / SIGNS_A_SLIP
  return slips > allowed ? undefined : 1 - SLIP_PRICE * slips - (at > 0 ? INSIDE_PRICE : 0)
}

/** Letters among characters: each piece in its turn, beginning anywhere. */
function fitOfPieces(pieces: readonly string[], meant: readonly Sound[]): number | undefined {
  for (let from = 0; from < meant.length; from++) {
    let at = from
    for (const piece of pieces) {
      at = /^[a-z]/.test(piece) ? readLetters(piece, meant, at) : readSigns(piece, meant, at)
      if (at < 0) break
    }
    if (at >= 0) return 0.95 - (from > 0 ? INSIDE_PRICE : 0)
  }
  const [only] = pieces
  if (pieces.length !== 1 || only === undefined || only.length < FEWEST_LETTERS_FOR_SLIPS) return undefined
  for (let from = 0; from < meant.length; from++)
    if (slippedLetters(only, meant, from)) return 0.95 - SLIP_PRICE - (from > 0 ? INSIDE_PRICE : 0)
  return undefined
}

function readSigns(piece: string, meant: readonly Sound[], from: number): number {
  const signs = [...piece]
  return signs.every((sign, i) => meant[from + i]?.sign === sign) ? from + signs.length : -1
}

function chosen(fits: readonly (Wording & { fit: number })[], limit: number): Suggestion[] {
  const out: Suggestion[] = []
  const times = new Map<string, number>(),
    texts = new Set<string>()
  for (const { text, kind, about } of fits) {
    const before = times.get(about) ?? 0
    if (before >= 2 || texts.has(text)) continue
    times.set(about, before + 1)
    texts.add(text)
    out.push({ text, kind, about })
    if (out.length === limit) break
  }
  return out
}
