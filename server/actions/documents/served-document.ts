import type { ServedFile } from '../../files/serving.ts'
import type { Format } from './drawn.ts'

const MEDIA: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** A paper of our own making: a PDF may be read in the page, a Word file is for keeping. */
export function servedDocument(file: Buffer, as: Format, name: string): ServedFile {
  const encoded = encodeURIComponent(`${name}.${as}`).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    file,
    mediaType: MEDIA[as],
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Length': String(file.length),
      'Content-Disposition': `${as === 'pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded}`,
    },
  }
}
