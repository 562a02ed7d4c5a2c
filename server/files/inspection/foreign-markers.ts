/** Beginnings of other formats that have no business inside a picture's remarks or behind its end. */
const MARKERS: Record<string, Buffer> = {
  zip: Buffer.from('PK\x03\x04', 'latin1'),
  'zip directory': Buffer.from('PK\x05\x06', 'latin1'),
  rar: Buffer.from('Rar!\x1a', 'latin1'),
  '7z': Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'),
  pdf: Buffer.from('%PDF-'),
  elf: Buffer.from('\x7fELF', 'latin1'),
  'windows program': Buffer.from('This program cannot be run in DOS mode'),
}
const TEXT_MARKERS =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|form|img)[\s>=/]|<\?php|javascript:|data:text\/html|^#!\//i

/** The first foreign format found in the bytes, or undefined. */
export function foreignMarkerIn(bytes: Buffer): string | undefined {
  for (const [name, marker] of Object.entries(MARKERS)) if (bytes.includes(marker)) return name
  const text = TEXT_MARKERS.exec(bytes.toString('latin1'))
  return text ? `markup ${JSON.stringify(text[0].slice(0, 20))}` : undefined
}
