import { COMMAND_BODIES, previewDocument as route } from '@fatong/contract/desk/commands.ts'
import { decide } from '@fatong/casework/application/decide.ts'
import { evolve } from '@fatong/casework/application/evolve.ts'
import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { DocumentKind } from '../../documents/kinds.ts'
import { accessOf, type Caller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import { letterheadOf } from '../casework/agency.ts'
import { isCommand, translate } from '../casework/desk-command.ts'
import { papersOf, writePapers } from '../casework/documents/issue.ts'
import { loadCase } from '../casework/load-case.ts'
import { newMaterials } from '../casework/new-materials.ts'
import type { InputOf } from '../input.ts'
import { done, failed, refused, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { completeData } from './drawn.ts'

const NOT_NUMBERED = '（预览，未编号）'

/** The paper a button would issue, with everything but its number. Nothing is written. */
export async function previewDocument(parts: Parts, caller: Caller, { params, body }: InputOf<typeof route>): Promise<Outcome<{ file: Buffer; mediaType: string }>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  const parsed = COMMAND_BODIES[params.command].safeParse(body)
  if (!parsed.success) return failed('malformed', { fields: Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])) })
  const access = accessOf(caller)
  const loaded = await loadCase(parts, access, params.id)
  if (!loaded) return failed('notFound')
  const before = loaded.state
  const actor = await actorFor(parts, caller, before)
  const command = await translate(params.command, parsed.data as never, { parts, caller, actor, caseId: params.id, state: before, materials: (ids) => newMaterials(parts, access, params.id, before, ids) })
  if (!isCommand(command)) return command
  const now = parts.clock.now()
  const [calendar, office, parameters, agency] = await Promise.all([parts.law.calendar(), parts.law.office(before.placeId), parts.law.parameters(), letterheadOf(parts, before.agencyId)])
  const numbered = 'documentNumber' in command ? { ...command, documentNumber: NOT_NUMBERED } : command
  const decision = decide(before, numbered, { actor, now, calendar, office, parameters })
  if (!decision.ok) return refused(decision.refusal, decision.data)
  const state = decision.events.reduce<CaseState>((s, event, i) => evolve(s, { ...event, at: now, actor, version: before.version + i + 1 } as RecordedEvent), before)
  const writers = papersOf(numbered, before)
  const [paper] = writePapers(writers, writers.map(() => NOT_NUMBERED), { state, now, by: actor.name, head: agency.head, calendar }, { caseId: params.id, agencyId: agency.agencyId, agencyShort: agency.short, publicUrl: parts.config.publicUrl })
  if (!paper) return failed('notFound')
  const { pdf } = await parts.documents.pdf(paper.kind as DocumentKind, await completeData(parts, access, state, paper) as never)
  return done({ file: pdf, mediaType: 'application/pdf' })
}
