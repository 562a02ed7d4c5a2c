import { openCaseDocument, openCaseMaterial } from '@fatong/contract/desk/cases.ts'
import { send } from '../api/call.ts'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { MATERIAL_KINDS } from '../vocabulary.ts'

/** Something the viewer can fetch and show. */
export interface Viewable {
  key: string
  title: string
  fileName: string
  load: () => Promise<Blob>
  loadWord?: () => Promise<Blob>
}

type Material = CasePage['state']['materials'][number]

export const viewableMaterial = (caseId: string, material: Material): Viewable => ({
  key: `${caseId}/${material.id}`,
  title: `${MATERIAL_KINDS[material.kind]} · ${material.name}`,
  fileName: material.name,
  load: async () => (await send(openCaseMaterial, { params: { id: caseId, material: material.id } })).blob(),
})

export function viewableDocument(caseId: string, document: { id: string; title: string; number: string }): Viewable {
  const load = (as: 'pdf' | 'docx') => async () =>
    (await send(openCaseDocument, { params: { id: caseId, document: document.id }, query: { as } })).blob()
  return {
    key: `${caseId}/${document.id}`,
    title: `${document.title} ${document.number}`,
    fileName: `${document.title}${document.number}.pdf`,
    load: load('pdf'),
    loadWord: load('docx'),
  }
}
