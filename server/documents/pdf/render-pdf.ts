import { checkedData } from '../checked-data.ts'
import { FORMS, type DocumentData, type DocumentKind } from '../kinds.ts'
import { viewOf } from '../view.ts'
import { layOut } from './lay-out.ts'
import { printed, type PdfOutcome } from './printing.ts'
import { freshInk } from './runs.ts'

export type { PdfOutcome } from './printing.ts'

/** Renders a document to PDF. Throws `IncompleteDataError` when the data does not fit the kind. */
export async function renderPdfWithReport<K extends DocumentKind>(kind: K, data: DocumentData[K]): Promise<PdfOutcome> {
  const form = FORMS[kind]
  const checked = checkedData(kind, data)
  const ink = freshInk()
  return printed(`${form.title} ${checked.documentNumber}`, layOut(form.blocks, viewOf(form.schema, checked), ink), ink)
}
