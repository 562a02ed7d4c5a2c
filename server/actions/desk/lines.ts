import { STATUSES } from '@fatong/casework/vocabulary.ts'
import type { CaseLine as LineView } from '@fatong/contract/desk/cases.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import type { CaseLine } from '../../db/stores/cases/line.ts'
import type { Directory } from '../places/directory.ts'

const PAUSED: Partial<Record<CaseLine['status'], string>> = { supplementing: '等补正材料', verifying: '等异地核查' }

/** A line of a list as the desk shows it. */
export function lineView(line: CaseLine, places: Directory): LineView {
  const paused = PAUSED[line.status] ?? null
  return {
    id: line.id, number: line.number, status: line.status, statusText: STATUSES[line.status], matterText: line.kind === 'notified' ? '通知辩护（代理）' : MATTERS[line.matter].term,
    applicantName: line.applicantName, placeName: places.byId.get(line.placeId)?.name ?? '', submittedAt: line.submittedAt,
    light: line.light !== 'off' ? line.light : paused ? 'paused' : 'done', targetAt: line.dueTarget, legalDay: line.dueStatutory, pausedWhy: paused, lawyerName: line.lawyerName, version: line.version,
  }
}
