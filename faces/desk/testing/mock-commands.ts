/// <reference types="node" />
import type { Command } from '@fatong/casework/application/commands.ts'
import type { Material } from '@fatong/casework/application/types.ts'
import type { DeskCommand } from '@fatong/contract/desk/commands.ts'
import { REFUSAL_WORDING } from '@fatong/contract/refusals.ts'
import { TITLES, providerOf, type MockCase } from './mock-cases.ts'
import type { MockStaff } from './mock-people.ts'
import { Refused, announce, type World } from './mock-world.ts'

type Body = Record<string, unknown> & {
  materialIds?: string[]
  staffId?: string
  explanation?: string
  override?: string
}

/** What the server adds to a desk command: number, files, the lawyer's particulars, the conflict check. */
function commandFrom(world: World, one: MockCase, type: DeskCommand, body: Body): Command {
  const materials = (body.materialIds ?? []).map(
    (id): Material =>
      one.open.materials.find((m) => m.id === id) ?? {
        id,
        kind: 'other',
        name: '上传的材料.png',
        sha256: 'b'.repeat(64),
        mediaType: 'image/png',
        bytes: world.uploads.get(id)?.length ?? 0,
        addedAt: world.now,
      },
  )
  const documentNumber =
    type in TITLES
      ? `新法援〔2026〕${(world.numbers += 1)}号`
      : type === 'grantProvisionalAid'
        ? `${one.open.number}-先行`
        : ''
  const extra = {
    materials,
    documentNumber,
    ...('review' in body && body['review']
      ? { review: { ...(body['review'] as object), assessmentVerdict: 'holds' } }
      : {}),
  }
  if (type !== 'assignLawyer') return { type, ...body, ...extra } as unknown as Command
  const lawyer = [...world.staff.values()].find((p) => p.me.staffId === body.staffId)
  if (!lawyer) throw new Refused('refused', { refusal: 'unknownLawyer', detail: REFUSAL_WORDING.unknownLawyer })
  const findings =
    lawyer.me.login === 'shenrl'
      ? [
          {
            code: 'opponentIsFirmClient' as const,
            severity: 'explain' as const,
            with: '兰州鼎盛（样例）建筑劳务有限公司',
          },
        ]
      : []
  return {
    type,
    provider: providerOf(lawyer),
    conflictCheck: { checkedAt: world.now, findings, ...(body.explanation ? { explanation: body.explanation } : {}) },
    reasons: ['擅长劳动争议'],
    documentNumber,
    ...(body.override ? { override: body.override } : {}),
    ...(body['delayReason'] ? { delayReason: String(body['delayReason']) } : {}),
  }
}

export function carryOut(world: World, one: MockCase, person: MockStaff, type: DeskCommand, body: Body) {
  const before = one.documents.length
  const refusal = one.act(person.actor, commandFrom(world, one, type, body), world.now)
  if (refusal) throw new Refused('refused', { refusal, detail: REFUSAL_WORDING[refusal] })
  world.carriedOut.push(type)
  announce(world, one)
  return { version: one.open.version, status: one.open.status, documents: one.documents.slice(before) }
}
