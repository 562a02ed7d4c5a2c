import type { Command } from '@fatong/casework/application/commands.ts'
import * as contract from '@fatong/contract/citizen/case.ts'
import { accessOf, type Caller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import { remember } from '../casework/load-case.ts'
import { newMaterials } from '../casework/new-materials.ts'
import { runCommand } from '../casework/run-command.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { ownCase, type OwnCase } from './own-case.ts'

type Changed = Outcome<{ version: number }>
interface Asked { params: { number: string }; body: unknown; idempotencyKey?: string }

/** A step the applicant takes in their own case. */
async function take(parts: Parts, caller: Caller, asked: Asked, command: (own: OwnCase) => Command | Promise<Command>): Promise<Changed> {
  const own = await ownCase(parts, caller, asked.params.number)
  if (!own.ok) return own
  const wanted = await command(own)
  const request = {
    caseId: own.id, before: own.state, command: wanted, actor: await actorFor(parts, own.caller, own.state), access: accessOf(own.caller),
    idempotencyKey: asked.idempotencyKey, idempotencyScope: `${wanted.type} ${own.caller.personId}`, requestBody: { caseId: own.id, body: asked.body },
  }
  const outcome = await remember(parts, request, false, await runCommand(parts, request))
  return outcome.ok ? done({ version: outcome.value.version }, { etag: String(outcome.value.version) }) : outcome
}

/** While papers are awaited they are supplied; at any other time they are simply added. */
export const supplyMaterials = (parts: Parts, caller: Caller, input: InputOf<typeof contract.supplyMaterials>): Promise<Changed> =>
  take(parts, caller, input, async ({ id, state }) => {
    const materials = await newMaterials(parts, accessOf(caller), id, state, input.body.materialIds)
    return { type: state.status === 'supplementing' ? 'supplyMaterials' : 'addMaterials', materials, note: input.body.note }
  })
export const leaveMessage = (parts: Parts, caller: Caller, input: InputOf<typeof contract.leaveMessage>): Promise<Changed> =>
  take(parts, caller, input, () => ({ type: 'leaveMessage', ...input.body }))
export const withdraw = (parts: Parts, caller: Caller, input: InputOf<typeof contract.withdraw>): Promise<Changed> =>
  take(parts, caller, input, () => ({ type: 'withdrawApplication', reason: input.body.reason }))
export const object = (parts: Parts, caller: Caller, input: InputOf<typeof contract.object>): Promise<Changed> =>
  take(parts, caller, input, () => ({ type: 'fileObjection', statement: input.body.statement }))
export const requestReplacement = (parts: Parts, caller: Caller, input: InputOf<typeof contract.requestReplacement>): Promise<Changed> =>
  take(parts, caller, input, () => ({ type: 'requestReplacement', reason: input.body.reason }))
