import { MEDIA_TYPES, type MediaType } from './media-types.ts'

const LONGEST = 80
/** Control, zero-width, bidirectional and separator characters: they make a name read as another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu

/**
 * A file name as a label on a screen; it never becomes a path. Folders are cut off, invisible characters removed, and the
 * ending is that of what the file really is.
 */
export function labelOf(given: string, mediaType: MediaType): string {
  const last = given.normalize('NFC').replace(INVISIBLE, '').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[<>:"|?*%]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const stem = plain.replace(/(\.(jpe?g|png|pdf|heic|webp))+$/i, '').replace(/[.\s]+$/, '')
  return `${[...stem].slice(0, LONGEST).join('') || '材料'}.${MEDIA_TYPES[mediaType]}`
}
