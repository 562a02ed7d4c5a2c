import type { Readable } from 'node:stream'
import type { Turns } from '../identity/turns/turns.ts'
import { inspect } from './inspection/inspect.ts'
import { labelOf } from './label.ts'
import type { MediaType } from './media-types.ts'
import { receive } from './receive.ts'
import type { FileStore } from './store.ts'
import type { VirusScan } from './virus-scan/scan.ts'

export interface Upload {
  stream: Readable
  name: string
  contentType?: string
  contentLength?: number
  /** what the sender says the file's hash is */
  sha256?: string
}

/** A checked file in the store. */
export interface KeptFile {
  sha256: string
  bytes: number
  mediaType: MediaType
  label: string
  scannedBy: string
}
export type Intake =
  | { ok: true; file: KeptFile }
  | {
      ok: false
      error: 'fileTooLarge' | 'fileNotAccepted' | 'fileHostile' | 'fileChanged' | 'unavailable'
      says?: string
      finding?: string
    }

export interface IntakeParts {
  store: FileStore
  scan: VirusScan
  mostBytes: number
  /** taking files apart needs memory and processor: few at once */
  inspections: Turns
}

/** Receives, checks, scans and keeps one file. Nothing of a refused file stays. */
export async function takeIn({ store, scan, mostBytes, inspections }: IntakeParts, upload: Upload): Promise<Intake> {
  if (upload.contentLength !== undefined && upload.contentLength > mostBytes) {
    upload.stream.resume()
    return { ok: false, error: 'fileTooLarge' }
  }
  const received = await receive(upload.stream, store.incoming, mostBytes)
  if (!received.ok) return { ok: false, error: received.reason === 'tooLarge' ? 'fileTooLarge' : 'fileChanged' }
  try {
    if (upload.sha256 !== undefined && upload.sha256.toLowerCase() !== received.sha256)
      return { ok: false, error: 'fileChanged' }
    const result = await inspections.run(async (): Promise<Intake> => {
      const verdict = await inspect(await received.take(), { contentType: upload.contentType, name: upload.name })
      if (!verdict.ok) return verdict
      const scanned = await scan.scan(verdict.bytes)
      if (scanned.verdict === 'infected') return { ok: false, error: 'fileHostile', finding: `virus: ${scanned.name}` }
      if (scanned.verdict === 'unknown')
        return { ok: false, error: 'unavailable', finding: `virus scan: ${scanned.why}` }
      const kept = await store.put(verdict.bytes)
      return {
        ok: true,
        file: {
          ...kept,
          mediaType: verdict.mediaType,
          label: labelOf(upload.name, verdict.mediaType),
          scannedBy: scan.name,
        },
      }
    })
    return result === 'full' ? { ok: false, error: 'unavailable' } : result
  } finally {
    await received.discard()
  }
}
