/** The passage to quote: whole sentences around what matched, word for word as they stand. */
const LONGEST = 240
const ENDS = /[。；！？\n]/u

export function passageOf(text: string, place: { from: number; to: number }): string {
  const at = Math.min(Math.max(0, Math.trunc(place.from) || 0), text.length)
  const end = Math.min(Math.max(at, Math.trunc(place.to) || 0), text.length)
  if (text.trim().length <= LONGEST) return text.trim()
  let from = at
  while (from > 0 && !ENDS.test(text[from - 1] ?? '')) from -= 1
  let to = end
  while (to < text.length && !ENDS.test(text[to - 1] ?? '')) to += 1
  const passage = text.slice(from, to)
  return (passage.length <= LONGEST ? passage : cut(passage)).trim()
}

/** At the last end of a sentence or clause that fits; never in the middle of a character. */
function cut(passage: string): string {
  const head = passage.slice(0, LONGEST)
  const end = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'), head.lastIndexOf('，'))
  const kept = end > LONGEST / 3 ? head.slice(0, end + 1) : head
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept
}
