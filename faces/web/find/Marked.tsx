/** A text in which the pieces that were looked for stand out. */
export function Marked({ text, pieces }: { text: string; pieces: readonly string[] }) {
  const known = pieces.filter((one) => one !== '')
  if (known.length === 0) return <>{text}</>
  const parts = text.split(new RegExp(`(${known.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`))
  return <>{parts.map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))}</>
}
