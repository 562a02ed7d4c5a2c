import PizZip from 'pizzip'
import { checkedData } from '../checked-data.ts'
import { FORMS, type DocumentData, type DocumentKind } from '../kinds.ts'
import { viewOf } from '../view.ts'
import { pagesOf } from '../word-pages/pages.ts'
import { renderDocx } from '../word/render-docx.ts'
import { layOut } from './lay-out.ts'
import { printed, type PdfOutcome } from './printing.ts'
import { freshInk } from './runs.ts'

export type { PdfOutcome } from './printing.ts'

/**
 * Renders a document to PDF: by its form, or, where the bureau has changed the Word template, by what that template says, so that
 * both files of one document say the same. Throws `IncompleteDataError` when the data does not fit the kind, `TemplateError` when the template cannot be used.
 */
export async function renderPdfWithReport<K extends DocumentKind>(
  kind: K,
  data: DocumentData[K],
  template?: Buffer,
): Promise<PdfOutcome> {
  const form = FORMS[kind]
  const checked = checkedData(kind, data)
  const ink = freshInk(),
    title = `${form.title} ${checked.documentNumber ?? String(checked.caseNumber)}`
  if (template === undefined) return printed(title, layOut(form.blocks, viewOf(form.schema, checked), ink), ink)
  const { content, margins } = pagesOf(new PizZip(await renderDocx(kind, data, template)), ink)
  return printed(title, content, ink, margins)
}
