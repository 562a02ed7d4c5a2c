import { said } from '@fatong/casework/audit-words.ts'
import { decide } from '@fatong/casework/application/decide.ts'
import { evolve } from '@fatong/casework/application/evolve.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import {
  COMMAND_BODIES,
  COMMAND_LABELS,
  type DeskCommand,
  type DeskCommandBody,
  type previewDocument as route,
} from '@fatong/contract/desk/commands.ts'
import type { DocumentData, DocumentKind } from '../../documents/kinds.ts'
import type { ServedFile } from '../../files/serving.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import { letterheadOf } from '../casework/agency.ts'
import { isCommand, translate } from '../casework/desk-command.ts'
import { papersOf, writePapers } from '../casework/documents/issue.ts'
import { loadCase } from '../casework/load-case.ts'
import { newMaterials } from '../casework/new-materials.ts'
import type { InputOf } from '../input.ts'
import { done, failed, refused, type Failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { withPersonalFields } from './personal-fields.ts'
import { servedDocument } from './served-document.ts'

const NOT_NUMBERED = '（预览，未编号）'

/** The paper a button would issue, with what is typed so far. Decided and written exactly as by the button; nothing is kept. */
export async function previewDocument(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof route>,
): Promise<Outcome<ServedFile>> {
  const { id: caseId, command: name } = params
  const typed = parseBody(name, body)
  if (!typed.ok) return typed
  const access = accessOf(caller)
  const loaded = await loadCase(parts, access, caseId)
  if (!loaded) return failed('notFound')
  const { state } = loaded

  const actor = await actorFor(parts, caller, state)
  const command = await translate(name, typed.body, {
    parts,
    caller,
    actor,
    caseId,
    state,
    materials: (ids) => newMaterials(parts, access, caseId, state, ids),
  })
  if (!isCommand(command)) return command
  const [first] = papersOf(command, state)
  if (!first) return failed('notFound')

  const now = parts.clock.now()
  const [calendar, office, parameters, agency] = await Promise.all([
    parts.law.calendar(),
    parts.law.office(state.agencyId),
    parts.law.parameters(),
    letterheadOf(parts, state.agencyId),
  ])
  const decision = decide(state, unnumbered(command), { actor, now, calendar, office, parameters })
  if (!decision.ok) return refused(decision.refusal, decision.data)
  const after = decision.events.reduce<CaseState>(
    (s, event) => evolve(s, { ...event, at: now, actor, version: s.version + 1 }),
    state,
  )
  const [paper] = writePapers(
    [first],
    [NOT_NUMBERED],
    { state: after, now, by: actor.name, head: agency.head, calendar, parameters },
    { agencyId: agency.agencyId, agencyShort: agency.short, publicUrl: parts.config.publicUrl, caseId },
  )
  if (!paper) return failed('notFound')
  const kind = paper.kind as DocumentKind
  const data = await withPersonalFields(parts, kind, paper.data as DocumentData[DocumentKind], after)
  await parts.database.commit({
    access,
    audit: [
      auditEntry(parts, caller, {
        action: 'read',
        subjectKind: 'preview',
        subjectId: caseId,
        caseId,
        fields: [said(`${COMMAND_LABELS[name]}：${paper.title}`)],
      }),
    ],
  })
  try {
    const { pdf } = await parts.documents.pdf(kind, data, (await parts.stores.lawSettings.template(kind))?.docx)
    return done(servedDocument(pdf, 'pdf', `${paper.title}（预览）`))
  } catch (error) {
    const problems = incomplete(error)
    if (problems) return failed('malformed', { fields: { form: problems.join('；') } })
    throw error
  }
}

const unnumbered = (command: Command): Command =>
  'documentNumber' in command ? { ...command, documentNumber: NOT_NUMBERED } : command

function parseBody(name: DeskCommand, given: unknown): { ok: true; body: DeskCommandBody<DeskCommand> } | Failed {
  const parsed = COMMAND_BODIES[name].safeParse(given)
  if (parsed.success) return { ok: true, body: parsed.data }
  return failed('malformed', {
    fields: Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])),
  })
}

/** What a half-filled form still lacks for a paper. */
const incomplete = (error: unknown): readonly string[] | undefined =>
  error instanceof Error && error.name === 'IncompleteDataError' && 'problems' in error
    ? (error.problems as readonly string[])
    : undefined
