import type { CaseState } from '@fatong/casework/application/state.ts'
import type { StoredDocument } from '../../db/stores/documents.ts'
import type { DocumentData, DocumentKind } from '../../documents/kinds.ts'
import type { Parts } from '../parts.ts'
import { withPersonalFields } from './personal-fields.ts'

export type Format = 'pdf' | 'docx'
const HASH = { pdf: 'pdfSha256', docx: 'docxSha256' } as const

/**
 * The file of an issued paper. Drawn when first asked for and kept, with its hash on the paper's row: everybody later
 * gets the same bytes, which the verification page can vouch for.
 */
export async function drawn(parts: Parts, document: StoredDocument, as: Format, state: CaseState): Promise<Buffer> {
  const kept = await read(parts, document[HASH[as]])
  if (kept) return kept
  if (document[HASH[as]])
    parts.log.error({ document: document.id, as }, 'the file of an issued document is missing; it is drawn anew')
  const bytes = await draw(parts, document, as, state)
  const { sha256 } = await parts.files.put(bytes)
  await parts.stores.documents.keepDrawn(document.id, { [HASH[as]]: sha256 })
  // Somebody may have drawn it at the same moment: the first one stands.
  const first = await parts.stores.documents.find({ kind: 'system' }, document.id)
  return (await read(parts, first?.[HASH[as]] ?? null)) ?? bytes
}

const read = async ({ files }: Parts, sha256: string | null): Promise<Buffer | undefined> =>
  sha256 === null ? undefined : files.read(sha256)

async function draw(parts: Parts, document: StoredDocument, as: Format, state: CaseState): Promise<Buffer> {
  const kind = document.kind as DocumentKind
  const data = await withPersonalFields(parts, kind, document.data as DocumentData[DocumentKind], state)
  // A paper that nobody has opened yet is still the paper of the day on which it was issued.
  const template = (await parts.stores.lawSettings.template(kind, document.issuedAt))?.docx
  return laidOut(parts, { kind, data, template, as, of: document.id })
}

/** A paper laid out as a file, by the bureau's template where there is one. `of` names it in the log, where a character has no font. */
export async function laidOut<K extends DocumentKind>(
  parts: Parts,
  { kind, data, template, as, of }: { kind: K; data: DocumentData[K]; template?: Buffer; as: Format; of: string },
): Promise<Buffer> {
  if (as === 'docx') return parts.documents.docx(kind, data, template)
  const { pdf, missingCharacters } = await parts.documents.pdf(kind, data, template)
  if (missingCharacters.length > 0)
    parts.log.warn({ document: of, characters: missingCharacters.length }, 'some characters of a document have no font')
  return pdf
}
