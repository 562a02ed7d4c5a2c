/**
 * Senses turned round: a 不 that came in or fell out. Coarse, and on the safe side: what is doubtful is not shown, and the answer
 * as composed stands in its place.
 */
const DENIED = /[不没无未非莫勿别]\p{Script=Han}{1,2}/gu
/** Said about the reader, not about the law. */
const HARMLESS =
  /^(?:不懂|不清|不急|不怕|不明|不知|不好|不着|不太|别急|别怕|没关|没事|不论|不管|不仅|不但|无论|不过|不久|未来|别人|别的|特别)/u

/** Denials in `text` that stand nowhere in `known`, and things denied in `known` that `text` affirms. */
export function turnedSenses(text: string, known: string): string[] {
  const added = denials(text).filter((denial) => !known.includes(denial.slice(0, 2)))
  const dropped = denials(known).filter(
    (denial) => affirmed(text, denial.slice(1)) && !affirmed(known, denial.slice(1)),
  )
  return [...new Set([...added, ...dropped])]
}

const denials = (text: string): string[] => (text.match(DENIED) ?? []).filter((denial) => !HARMLESS.test(denial))

/** `thing` (two characters) stands somewhere without a denial before it. */
function affirmed(text: string, thing: string): boolean {
  if (thing.length < 2) return false
  for (let at = text.indexOf(thing); at >= 0; at = text.indexOf(thing, at + 1))
    if (!/[不没无未非莫勿别]/u.test(text[at - 1] ?? '')) return true
  return false
}
