import { useState } from 'react'
import { useParams } from 'wouter'
import type { CasePage as Page } from '@fatong/contract/desk/cases.ts'
import type { DeskCommand } from '@fatong/contract/desk/commands.ts'
import { ActionColumn } from '../commands/action-column.tsx'
import { useKeys } from '../keyboard/use-keys.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { Viewer } from '../viewer/viewer.tsx'
import {
  keyOfFilePaper,
  viewableDocument,
  viewableFilePaper,
  viewableMaterial,
  type Viewable,
} from '../viewer/viewable.ts'
import { CaseBody } from './case-body.tsx'
import { CaseHead, nameOf } from './case-head.tsx'
import { CaseNeighbours } from './case-neighbours.tsx'
import css from './case-page.module.css'
import { useCase } from './use-case.ts'

interface Viewing {
  items: Viewable[]
  start: number
}

/** Left the queue, in the middle the case to read, right what can be done now. */
export function CasePage() {
  const { id = '' } = useParams<{ id: string }>()
  const found = useCase(id)
  return (
    <div className={css.columns}>
      <CaseNeighbours currentId={id} />
      {found.data ? (
        <Opened key={id} page={found.data} />
      ) : (
        <div className={css.middle}>
          {found.error ? (
            <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <Loading rows={12} />
          )}
        </div>
      )}
    </div>
  )
}

function Opened({ page }: { page: Page }) {
  const [viewing, setViewing] = useState<Viewing | null>(null)
  const [command, setCommand] = useState<DeskCommand | null>(null)
  useTitle(words.casePage.title(nameOf(page)))
  const { materials } = page.state
  const openMaterial = (id: string) =>
    setViewing({
      items: materials.map((m) => viewableMaterial(page.id, m)),
      start: Math.max(
        0,
        materials.findIndex((m) => m.id === id),
      ),
    })
  const openDocuments = (documents: Page['documents'], id?: string) =>
    setViewing({
      items: documents.map((d) => viewableDocument(page.id, d)),
      start: Math.max(
        0,
        documents.findIndex((d) => d.id === id),
      ),
    })
  const openFilePaper = (key: string) =>
    setViewing({
      items: page.filePapers.map((one) => viewableFilePaper(page.id, one)),
      start: Math.max(
        0,
        page.filePapers.findIndex((one) => keyOfFilePaper(one) === key),
      ),
    })
  useKeys({
    v: () => {
      if (materials[0]) openMaterial(materials[0].id)
    },
  })
  return (
    <>
      <article className={css.middle}>
        <CaseHead page={page} />
        <CaseBody
          page={page}
          onMaterial={openMaterial}
          onDocument={(id) => openDocuments(page.documents, id)}
          onFilePaper={openFilePaper}
        />
      </article>
      <ActionColumn page={page} command={command} onCommand={setCommand} onIssued={openDocuments} />
      {viewing && viewing.items.length > 0 && (
        <Viewer items={viewing.items} start={viewing.start} onClose={() => setViewing(null)} />
      )}
    </>
  )
}
