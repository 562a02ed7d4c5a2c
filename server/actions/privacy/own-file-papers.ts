import { FILE_PAPERS, filePapersForRecipient } from '@fatong/casework/file/file-papers.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { documentLines } from '../../documents/kinds.ts'
import { letterheadOf } from '../casework/agency.ts'
import type { IssuedPaper } from '../casework/file-papers/context.ts'
import { writeFilePaper } from '../casework/file-papers/write.ts'
import { recorded } from '../casework/recorded.ts'
import { accessOf, type CitizenCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** A paper of the file as its recipient takes it away: in words, for there is no kept file of it. */
export interface OwnFilePaper {
  title: string
  at: Instant
  lines: { what: string; text: string }[]
}

/** The papers of the file of one's own case that one may read (个人信息保护法 45), drawn from its history with one's own rights. */
export async function ownFilePapers(
  parts: Parts,
  caller: CitizenCaller,
  one: { id: string; agencyId: string; issued: readonly IssuedPaper[] },
): Promise<OwnFilePaper[]> {
  const history = (await parts.stores.cases.history(accessOf(caller), one.id)).map(recorded)
  const papers = filePapersForRecipient(history)
  if (papers.length === 0) return []
  const [{ head }, calendar, parameters] = await Promise.all([
    letterheadOf(parts, one.agencyId),
    parts.law.calendar(),
    parts.law.parameters(),
  ])
  const from = { history, issued: one.issued, today: parts.clock.now(), head, calendar, parameters }
  return papers.map((paper) => ({
    title: FILE_PAPERS[paper.kind],
    at: paper.at,
    lines: documentLines(paper.kind, writeFilePaper(paper, from)),
  }))
}
