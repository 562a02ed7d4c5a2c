const LEVELS: readonly [RegExp, number][] = [
  [/^第[零〇一二三四五六七八九十百0-9]+编/, 0],
  [/^第[零〇一二三四五六七八九十百0-9]+分编/, 1],
  [/^第[零〇一二三四五六七八九十百0-9]+章/, 2],
  [/^第[零〇一二三四五六七八九十百0-9]+节/, 3],
]

/** 编, 分编, 章, 节 from the outside in; others count by the number of their marks. */
export function depthOf(heading: string, marks: number): number {
  const named = LEVELS.find(([pattern]) => pattern.test(heading))
  return named ? named[1] : /^附\s*则/.test(heading) ? 2 : Math.min(6, marks + 2)
}

/** 第一章　总 则 -> 第一章 总则: spaces inside words are for the eye of a printed page. */
export function plainHeading(heading: string): string {
  const text = heading.replace(/\s+/g, ' ').trim()
  const [first = '', ...rest] = text.split(' ')
  const tail = rest.every((one) => [...one].length === 1) ? rest.join('') : rest.join(' ')
  return /^第.+[编章节]$/.test(first)
    ? `${first} ${tail}`.trim()
    : /^([^\s])( [^\s])+$/.test(text)
      ? text.replace(/ /g, '')
      : text
}

/** The headings above a line as it goes on. */
export class Path {
  private parts: { depth: number; text: string }[] = []
  enter(text: string, depth: number): void {
    this.parts = [...this.parts.filter((part) => part.depth < depth), { depth, text }]
  }
  get now(): string[] {
    return this.parts.map(({ text }) => text)
  }
}
