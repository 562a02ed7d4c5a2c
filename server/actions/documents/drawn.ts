import { createHash } from 'node:crypto'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { AccessContext } from '../../db/access.ts'
import type { StoredDocument } from '../../db/stores/documents.ts'
import type { DocumentData, DocumentKind } from '../../documents/kinds.ts'
import type { Parts } from '../parts.ts'

const WITH_PERSON: readonly string[] = ['applicationForm', 'meansStatement']

/** The stored data of a paper, completed with what is kept sealed and apart: numbers, phone, address, signature. */
export async function completeData(parts: Parts, access: AccessContext, state: CaseState, document: Pick<StoredDocument, 'kind' | 'data'>): Promise<DocumentData[DocumentKind]> {
  const data = document.data as Record<string, unknown>
  const personId = state.form?.applicant.personId
  if (!personId || !(WITH_PERSON.includes(document.kind) || document.kind === 'assignmentNotice')) return data as DocumentData[DocumentKind]
  const person = await parts.stores.people.find(access, personId)
  const open = (field: 'person.idNumber' | 'person.phone' | 'person.address', sealed: Buffer | null | undefined) => (sealed ? parts.crypto.decrypt(field, sealed) : undefined)
  const phone = open('person.phone', person?.phoneEnc)
  if (document.kind === 'assignmentNotice') return { ...data, recipientPhone: phone } as DocumentData[DocumentKind]
  const idNumber = open('person.idNumber', person?.idNumberEnc)
  const signature = state.materials.find((m) => m.id === state.form?.signatureMaterialId)
  return {
    ...data, idNumber: idNumber ?? '未登记', phone: phone ?? '未登记', homeAddress: open('person.address', person?.addressEnc),
    ...(idNumber ? { bornOn: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`, sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女' } : {}),
    signature: signature?.mediaType === 'image/png' ? await bytesOf(parts, signature.sha256) : undefined,
  } as DocumentData[DocumentKind]
}

async function bytesOf(parts: Parts, sha256: string): Promise<Uint8Array | undefined> {
  const opened = await parts.files.open(sha256)
  if (!opened) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of opened.stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Pages as PDF or Word. The first PDF drawn stands: its sum is kept, so that a paper can be compared later. */
export async function drawn(parts: Parts, access: AccessContext, state: CaseState, document: StoredDocument, as: 'pdf' | 'docx'): Promise<Buffer> {
  const kind = document.kind as DocumentKind
  const data = await completeData(parts, access, state, document)
  if (as === 'docx') {
    const template = await parts.stores.lawSettings.template(kind)
    return parts.documents.docx(kind, data as never, template?.docx)
  }
  const { pdf } = await parts.documents.pdf(kind, data as never)
  if (!document.pdfSha256) await parts.stores.documents.keepDrawn(document.id, { pdfSha256: createHash('sha256').update(pdf).digest('hex') })
  return pdf
}
