import type { DocumentData, DocumentKind } from './kinds.ts'
import type { PdfOutcome } from './pdf/render-pdf.ts'
import type { Report } from './report.ts'
import type { TemplateVerdict } from './template-check/check-template.ts'

/** Making official documents away from the thread that answers HTTP. `pool.ts` is the implementation. */
export interface Documents {
  /** PDF bytes and the characters that no font could draw, by the bureau's template or the form. Throws `IncompleteDataError` or `TemplateError`. */
  pdf<K extends DocumentKind>(kind: K, data: DocumentData[K], template?: Buffer): Promise<PdfOutcome>
  /** PDF of a paper without form or number. */
  report(report: Report): Promise<PdfOutcome>
  /** Word file from the bureau's template or the default. Throws `IncompleteDataError` or `TemplateError`. */
  docx<K extends DocumentKind>(kind: K, data: DocumentData[K], template?: Buffer): Promise<Buffer>
  defaultTemplate(kind: DocumentKind): Promise<Buffer>
  checkTemplate(kind: DocumentKind, file: Buffer): Promise<TemplateVerdict>
  /** Stops the worker; orders under way are rejected. */
  close(): Promise<void>
}
