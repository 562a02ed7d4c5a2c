import type { DocumentData, DocumentKind } from './kinds.ts'
import { renderPdfWithReport } from './pdf/render-pdf.ts'

export { renderDocx, TemplateError } from './word/render-docx.ts'
export { defaultTemplate } from './word/default-template.ts'
export { tryTemplate } from './template-check/try-template.ts'
export { renderPdfWithReport, type PdfOutcome } from './pdf/render-pdf.ts'
export { IncompleteDataError } from './checked-data.ts'

/** The PDF of a document. `renderPdfWithReport` also names the characters that no font could draw. */
export async function renderPdf<K extends DocumentKind>(kind: K, data: DocumentData[K]): Promise<Buffer> {
  return (await renderPdfWithReport(kind, data)).pdf
}
