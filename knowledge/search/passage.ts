const MOST = 160

/** The sentences of a text that share most with the question; places in UTF-16 units. */
export function passageOf(text: string, plain: string): { from: number; to: number } {
  if (text.length <= MOST) return { from: 0, to: text.length }
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2))
  const sentences = [...text.matchAll(/[^。；\n]+[。；\n]?/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const shared = sentences.map(({ from, to }) => {
    let count = 0
    for (let i = from; i + 1 < to; i++) if (pairs.has(text.slice(i, i + 2))) count += 1
    return count
  })
  const most = Math.max(0, ...shared)
  const first = Math.max(0, shared.indexOf(most))
  const from = sentences[first]?.from ?? 0
  let to = sentences[first]?.to ?? Math.min(text.length, MOST)
  for (let next = first + 1; next < sentences.length && (sentences[next]?.to ?? 0) - from <= MOST; next++)
    to = sentences[next]?.to ?? to
  return { from, to: Math.min(to, from + 3 * MOST) }
}
