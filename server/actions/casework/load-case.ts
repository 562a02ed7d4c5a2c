import type { CaseState } from '@fatong/casework/application/state.ts'
import type { AccessContext } from '../../db/access.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { RecentCases, type LoadedCase } from './loaded-case.ts'
import { hashOf, type CommandReply, type CommandRequest, type CommandResult } from './run-command.ts'

const recent = new WeakMap<object, RecentCases>()
function recentCases(parts: Parts): RecentCases {
  let cases = recent.get(parts.database)
  if (!cases) recent.set(parts.database, (cases = new RecentCases()))
  return cases
}
/**
 * A case whose folded state this process just wrote is decided from memory, when it is the version the caller saw: another
 * process may have gone on with it since. Who may touch it is checked by the rules and again by the database.
 */
export async function loadForCommand(
  parts: Parts,
  access: AccessContext,
  caseId: string,
  expectedVersion: number | undefined,
): Promise<LoadedCase | undefined> {
  const known = recentCases(parts).get(caseId)
  return known && known.version === expectedVersion ? { id: caseId, state: known } : loadCase(parts, access, caseId)
}

export async function loadCase(parts: Parts, access: AccessContext, caseId: string): Promise<LoadedCase | undefined> {
  const found = await parts.stores.cases.load(access, caseId)
  if (!found) return undefined
  const state = found.state as CaseState
  recentCases(parts).set(caseId, state)
  return { id: caseId, state }
}

/**
 * Keeps the new state for the next command, or finds out why this one failed: a repeated request is answered as it was
 * the first time, whatever has become of the case since.
 */
export async function remember(
  parts: Parts,
  request: Pick<CommandRequest, 'caseId' | 'idempotencyKey' | 'idempotencyScope' | 'requestBody'>,
  stale: boolean,
  outcome: Outcome<CommandResult>,
): Promise<Outcome<CommandReply>> {
  const cases = recentCases(parts)
  if (outcome.ok) {
    const { state, caseId: _caseId, ...reply } = outcome.value
    if (state) cases.set(request.caseId, state)
    else cases.forget(request.caseId)
    return done(reply, { etag: String(reply.version) })
  }
  cases.forget(request.caseId)
  if (request.idempotencyKey === undefined || !(stale || ['refused', 'changedMeanwhile'].includes(outcome.error)))
    return outcome
  const before = await parts.stores.answeredBefore({
    scope: request.idempotencyScope,
    key: request.idempotencyKey,
    requestHash: hashOf(request.requestBody),
  })
  if (before === undefined) return outcome
  if (before === 'keyReused') return failed('keyReused')
  const { caseId: _caseId, ...reply } = before.reply as Omit<CommandResult, 'state'>
  return done(reply, { etag: String(reply.version) })
}

export const noteState = (parts: Parts, caseId: string, state: CaseState): void => {
  recentCases(parts).set(caseId, state)
}
