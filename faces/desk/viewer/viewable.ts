import { openCaseDocument, openCaseMaterial, openFilePaper } from '@fatong/contract/desk/cases.ts'
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

type FilePaper = CasePage['filePapers'][number]
export const keyOfFilePaper = ({ kind, version }: Pick<FilePaper, 'kind' | 'version'>): string => `${kind}/${version}`

/** Drawn anew whenever it is opened. */
export function viewableFilePaper(caseId: string, paper: FilePaper): Viewable {
  const params = { id: caseId, paper: paper.kind, version: paper.version }
  const load = (as: 'pdf' | 'docx') => async () => (await send(openFilePaper, { params, query: { as } })).blob()
  const { title } = paper
  return {
    key: `${caseId}/${keyOfFilePaper(paper)}`,
    title,
    fileName: `${title}.pdf`,
    load: load('pdf'),
    loadWord: load('docx'),
  }
}
