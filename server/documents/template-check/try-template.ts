import type { DocumentKind } from '../kinds.ts'
import { renderPdfWithReport } from '../pdf/render-pdf.ts'
import { SPECIMENS } from '../specimens.ts'
import { checkTemplate, type TemplateVerdict } from './check-template.ts'

/** Judges a template and draws the specimen with it: what cannot be drawn must be found now, not when somebody waits for a decision. */
export async function tryTemplate(kind: DocumentKind, file: Buffer): Promise<TemplateVerdict> {
  const verdict = checkTemplate(kind, file)
  if (!verdict.ok) return verdict
  try {
    await renderPdfWithReport(kind, SPECIMENS[kind], file)
    return verdict
  } catch {
    return { ok: false, problems: ['照这份模板做不出 PDF。请从“下载 Word”重新下载一份，一处一处改，看是哪一处不行'] }
  }
}
