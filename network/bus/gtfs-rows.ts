import { strFromU8 } from 'fflate'

/** A file of GTFS as records: comma separated with quotes (RFC 4180), the first line names the columns. */
export function gtfsRows(bytes: Uint8Array): Record<string, string>[] {
  const lines = cells(strFromU8(bytes).replace(/^\uFEFF/, ''))
  const head = lines[0]?.map((one) => one.trim()) ?? []
  return lines
    .slice(1)
    .filter((line) => line.some((cell) => cell !== ''))
    .map((line) => Object.fromEntries(head.map((name, at) => [name, (line[at] ?? '').trim()])))
}

function cells(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = [],
    cell = '',
    quoted = false
  const endCell = () => {
    line.push(cell)
    cell = ''
  }
  const endLine = () => {
    endCell()
    lines.push(line)
    line = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',') endCell()
    else if (sign === '\n') endLine()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || line.length > 0) endLine()
  return lines
}

/** 7:05:00 or 25:10:00 as seconds after midnight; undefined when empty or no time. */
export function gtfsTime(text: string | undefined): number | undefined {
  const found = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(text ?? '')
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) : undefined
}
