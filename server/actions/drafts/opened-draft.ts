import { timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type { Draft } from '@fatong/contract/citizen/draft.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { StoredDraft, StoredMaterial } from '../../db/stores/drafts.ts'
import { tokenHash } from '../../identity/crypto/personal-data.ts'
import { currentRetention } from '../administration/retention.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

const DAY = 86_400_000

/** Drafts nobody touches go after the days an administrator set; every saving begins them anew. */
export async function draftExpiry(parts: Pick<Parts, 'config' | 'stores'>, now: Instant): Promise<Instant> {
  const { draftDays } = await currentRetention(parts)
  return (now + draftDays * DAY) as Instant
}

/** A draft for whoever holds its secret or owns it. A wrong secret and no draft look the same. */
export async function openDraft(
  parts: Parts,
  caller: Caller,
  id: string,
  secret: string | undefined,
): Promise<StoredDraft | undefined> {
  const draft = await parts.stores.drafts.find(id, parts.clock.now())
  if (!draft) return undefined
  const owns =
    (caller.kind === 'citizen' && draft.personId === caller.personId) ||
    (caller.kind === 'staff' && draft.staffId === caller.staffId)
  const knows = secret !== undefined && timingSafeEqual(tokenHash(secret), draft.secretHash)
  return owns || knows ? draft : undefined
}

export const readData = (parts: Pick<Parts, 'crypto'>, draft: StoredDraft): Record<string, unknown> =>
  JSON.parse(parts.crypto.decrypt('draft.data', draft.dataEnc)) as Record<string, unknown>

export function draftView(
  parts: Pick<Parts, 'crypto'>,
  draft: StoredDraft,
  materials: readonly StoredMaterial[],
): z.infer<typeof Draft> {
  return {
    id: draft.id,
    version: draft.version,
    data: readData(parts, draft),
    updatedAt: draft.updatedAt,
    expiresAt: draft.expiresAt,
    materials: materials.map(({ id, kind, name, mediaType, bytes, addedAt }) => ({
      id,
      kind,
      name,
      mediaType,
      bytes,
      addedAt,
    })),
  }
}
