import { said } from '@fatong/casework/audit-words.ts'
import { FILE_PAPERS, filePapersOf } from '@fatong/casework/file/file-papers.ts'
import type { openFilePaper as route } from '@fatong/contract/desk/cases.ts'
import type { ServedFile } from '../../files/serving.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import { letterheadOf } from '../casework/agency.ts'
import { writeFilePaper } from '../casework/file-papers/write.ts'
import { loadCase } from '../casework/load-case.ts'
import { recorded } from '../casework/recorded.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { laidOut } from './drawn.ts'
import { servedDocument } from './served-document.ts'

/** Staff open a paper of the file of a case in their reach: drawn from the history on the spot and not kept; the reading is written down. */
export async function openFilePaper(
  parts: Parts,
  caller: StaffCaller,
  { params, query }: InputOf<typeof route>,
): Promise<Outcome<ServedFile>> {
  const access = accessOf(caller)
  const loaded = await loadCase(parts, access, params.id)
  if (!loaded) return failed('notFound')
  const history = (await parts.stores.cases.history(access, params.id)).map(recorded)
  const paper = filePapersOf(history).find(({ kind, version }) => kind === params.paper && version === params.version)
  if (!paper) return failed('notFound')

  const { kind } = paper
  const [issued, calendar, parameters, agency, own] = await Promise.all([
    parts.stores.documents.ofCase(access, params.id),
    parts.law.calendar(),
    parts.law.parameters(),
    letterheadOf(parts, loaded.state.agencyId),
    parts.stores.lawSettings.template(kind),
  ])
  const today = parts.clock.now()
  const data = writeFilePaper(paper, { history, issued, today, head: agency.head, calendar, parameters })
  const file = await laidOut(parts, { kind, data, template: own?.docx, as: query.as, of: `${params.id}/${kind}` })
  await parts.database.commit({
    access,
    audit: [
      auditEntry(parts, caller, {
        action: 'download',
        subjectKind: 'filePaper',
        subjectId: params.id,
        caseId: params.id,
        fields: [query.as, said(FILE_PAPERS[kind])],
      }),
    ],
  })
  return done(servedDocument(file, query.as, `${FILE_PAPERS[kind]}-${loaded.state.number}`))
}
