import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import { evolve } from '@fatong/casework/application/evolve.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { FilePaper, FilePaperKind } from '@fatong/casework/file/file-papers.ts'
import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { DocumentData } from '../../../documents/kinds.ts'
import type { PaperContext } from '../documents/paper.ts'
import { fileIndex, holdings } from './contents.ts'
import type { FilePaperContext, FilePaperData, IssuedPaper } from './context.ts'
import * as deciding from './deciding.ts'
import * as handling from './handling.ts'

const WRITERS: { [K in FilePaperKind]: (paper: FilePaperContext) => FilePaperData<K> } = {
  approvalForm: deciding.approvalForm,
  serviceReceipt: deciding.serviceReceipt,
  provisionalRecord: deciding.provisionalRecord,
  revocationRecord: deciding.revocationRecord,
  replacementForm: handling.replacementForm,
  fileReturnOpinion: handling.fileReturnOpinion,
  subsidyRecord: handling.subsidyRecord,
  returnVisitForm: handling.returnVisitForm,
  appraisalForm: handling.appraisalForm,
  fileIndex,
  closingNote: (paper) => handling.closingNote(paper, holdings(paper)),
}

export interface FileDrawnFrom extends Pick<PaperContext, 'head' | 'calendar' | 'parameters'> {
  /** everything that happened to the case, oldest first */
  history: readonly RecordedEvent[]
  issued: readonly IssuedPaper[]
  /** the moment of drawing */
  today: Instant
}

/**
 * What a paper of the file says, from the history alone: the same today as in ten years, but for the day it was made and what
 * came to the file since. `paper` is one of `filePapersOf(history)`; another one throws.
 */
export function writeFilePaper<K extends FilePaperKind>(
  { kind, version }: FilePaper & { kind: K },
  { history, issued, today, ...rest }: FileDrawnFrom,
): DocumentData[K] {
  const event = history.find((one) => one.version === version)
  const before = folded(history.filter((one) => one.version < version))
  if (!event || !before) throw new Error(`There is no step ${version} that could leave a paper`)
  const context: FilePaperContext = {
    ...rest,
    state: evolve(before, event),
    now: event.at,
    by: event.actor.name,
    event,
    before,
    history,
    latest: folded(history) as CaseState,
    issued,
  }
  return {
    ...WRITERS[kind](context),
    agencyName: rest.head.agencyName,
    caseNumber: before.number,
    drawnOn: localDateOf(today),
  } as DocumentData[K]
}

const folded = (events: readonly RecordedEvent[]): CaseState | null =>
  events.reduce<CaseState | null>((state, event) => evolve(state, event), null)
