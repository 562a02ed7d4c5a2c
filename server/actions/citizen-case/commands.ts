import type * as contract from '@fatong/contract/citizen/case.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import type { CitizenCaller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import { remember } from '../casework/load-case.ts'
import { newMaterials } from '../casework/new-materials.ts'
import { runCommand } from '../casework/run-command.ts'
import type { Input, InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { ownCase, type OwnCase } from './own-case.ts'

type Changed = { version: number }
type FromCase = Input<{ number: string }, unknown, unknown>

/** Does something to a case of one's own. A citizen's page may be old: when somebody was faster, the rules are asked again. */
const ATTEMPTS = 3
async function act(
  parts: Parts,
  caller: CitizenCaller,
  input: FromCase,
  name: string,
  commandOf: (own: OwnCase) => Command | Promise<Command>,
): Promise<Outcome<Changed>> {
  for (let attempt = 1; ; attempt += 1) {
    const own = await ownCase(parts, caller, input.params.number)
    if (!own.ok) return own
    const { access, id, state } = own
    const request = {
      caseId: id,
      before: state,
      command: await commandOf(own),
      actor: await actorFor(parts, own.caller, state),
      access,
      idempotencyKey: input.idempotencyKey,
      idempotencyScope: `${name} ${own.caller.personId}`,
      requestBody: { caseId: id, body: input.body },
    }
    const outcome = await remember(parts, request, false, await runCommand(parts, request))
    if (outcome.ok) return done({ version: outcome.value.version }, { etag: String(outcome.value.version) })
    if (outcome.error !== 'changedMeanwhile' || attempt === ATTEMPTS) return outcome
  }
}

/** What was asked for, or something one thought of later; a note alone becomes a message to the office. */
export const supplyMaterials = (
  parts: Parts,
  caller: CitizenCaller,
  input: InputOf<typeof contract.supplyMaterials>,
): Promise<Outcome<Changed>> =>
  act(parts, caller, input, 'supplyMaterials', async ({ access, id, state }): Promise<Command> => {
    const { materialIds, note } = input.body
    const materials = await newMaterials(parts, access, id, state, materialIds)
    if (state.status === 'supplementing') return { type: 'supplyMaterials', materials, note }
    return materials.length === 0 && materialIds.length === 0 && note !== ''
      ? { type: 'leaveMessage', text: note, to: 'agency' }
      : { type: 'addMaterials', materials, note }
  })

export async function leaveMessage(
  parts: Parts,
  caller: CitizenCaller,
  input: InputOf<typeof contract.leaveMessage>,
): Promise<Outcome<Changed>> {
  const { text, to } = input.body
  if (to === 'lawyer') {
    const own = await ownCase(parts, caller, input.params.number)
    if (own.ok && !own.state.assignment)
      return failed('malformed', { fields: { to: '还没有指派律师，请先给中心留言' } })
  }
  return act(parts, caller, input, 'leaveMessage', () => ({ type: 'leaveMessage', text, to }))
}

export const withdraw = (
  parts: Parts,
  caller: CitizenCaller,
  input: InputOf<typeof contract.withdraw>,
): Promise<Outcome<Changed>> =>
  act(parts, caller, input, 'withdraw', () => ({ type: 'withdrawApplication', reason: input.body.reason }))

/** 异议 (法律援助法 49) */
export const object = (
  parts: Parts,
  caller: CitizenCaller,
  input: InputOf<typeof contract.object>,
): Promise<Outcome<Changed>> =>
  act(parts, caller, input, 'object', () => ({ type: 'fileObjection', statement: input.body.statement }))

/** CF-5: the recipient may ask for another lawyer (法律援助法 55). */
export const requestReplacement = (
  parts: Parts,
  caller: CitizenCaller,
  input: InputOf<typeof contract.requestReplacement>,
): Promise<Outcome<Changed>> =>
  act(parts, caller, input, 'requestReplacement', () => ({ type: 'requestReplacement', reason: input.body.reason }))

/** TM-6, TM-7: the recipient may ask for an end of the aid (法律援助法 48); work goes on until the agency decides. */
export const askToEnd = (
  parts: Parts,
  caller: CitizenCaller,
  input: InputOf<typeof contract.askToEnd>,
): Promise<Outcome<Changed>> =>
  act(parts, caller, input, 'askToEnd', () => ({
    type: 'reportTerminationGround',
    ground: input.body.ground,
    note: input.body.reason,
  }))
