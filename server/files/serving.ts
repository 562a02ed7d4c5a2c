import type { Readable } from 'node:stream'
import { isMediaType } from './media-types.ts'

/** A file as an action hands it to the HTTP layer. */
export interface ServedFile {
  file: Readable | Buffer
  mediaType: string
  headers: Record<string, string>
}

/** RFC 8187: names in Chinese, and nothing that could end the header. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * A stored file for the browser. Handed in by strangers, so: never guessed at, never run, never framed. Pictures show in
 * the page; everything else is downloaded or read by our own viewer.
 */
export function served(file: Readable | Buffer, mediaType: string, name: string, bytes?: number): ServedFile {
  const known = isMediaType(mediaType)
  const shown = known && mediaType !== 'application/pdf'
  return {
    file,
    mediaType: known ? mediaType : 'application/octet-stream',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
      ...(bytes === undefined ? {} : { 'Content-Length': String(bytes) }),
    },
  }
}
