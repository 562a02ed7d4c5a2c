import { Unzip, UnzipInflate } from 'fflate'

/** What an archive may unpack to at most. What it says of itself is not believed. */
export interface RoomFor {
  bytes: number
  files: number
}
export class TooMuch extends Error {}
export class BrokenArchive extends Error {}

/** A piece of 16 KB unpacks to at most 17 MB, so that a bomb is noticed soon. */
const PIECE = 16 * 1024

/**
 * The files of a zip whose names are wanted, unpacked piece by piece: it stops as soon as more comes out than there is
 * room for. Throws TooMuch and BrokenArchive.
 */
export function unzipped(
  zip: Uint8Array,
  room: RoomFor,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let bytes = 0,
    count = 0,
    open = 0
  // The unpacker catches what is thrown in between, so the reason is noted and looked at after each piece.
  let why: Error | undefined
  const unzip = new Unzip((file) => {
    if ((count += 1) > room.files) why ??= new TooMuch(`more than ${room.files} files`)
    const name = asWritten(file.name)
    if (why || name.endsWith('/') || !wanted(name)) return
    const parts: Uint8Array[] = []
    open += 1
    file.ondata = (error, part, last) => {
      if (error) why ??= new BrokenArchive(error.message)
      if (why) return
      if ((bytes += part.length) > room.bytes) why = new TooMuch(`more than ${room.bytes} bytes`)
      parts.push(part)
      if (!last) return
      files.set(name, joined(parts))
      open -= 1
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < zip.length && !why; at += PIECE) {
    try {
      unzip.push(zip.subarray(at, at + PIECE), at + PIECE >= zip.length)
    } catch (error) {
      why ??= new BrokenArchive(String(error))
    }
  }
  if (why) throw why
  if (open > 0 || count === 0) throw new BrokenArchive('cut short')
  return files
}

/**
 * A name as whoever packed it wrote it. Where a zip does not say that its names are UTF-8, they come as if every byte were a
 * character; tools of Chinese Windows write GBK, of which GB18030 is the whole, others write UTF-8 and forget to say so.
 */
function asWritten(name: string): string {
  const codes = Array.from(name, (character) => character.codePointAt(0) ?? 0)
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(codes))
    } catch {
      continue
    }
  }
  return name
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
