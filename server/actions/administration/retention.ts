import type { Config } from '../../config.ts'
import type { Stores } from '../../db/stores.ts'

/** Where periods of keeping are kept among the settings; those of the start hold until an administrator sets others. */
export const RETENTION_SETTING = 'retention'

/** Days. Read by timed work. */
export interface Retention {
  draftDays: number
  auditDays: number
  smsDays: number
}
export const RETENTION_LEAST: Retention = { draftDays: 1, auditDays: 180, smsDays: 1 }
export const RETENTION_MOST: Retention = { draftDays: 3_650, auditDays: 36_500, smsDays: 3_650 }
export const RETENTION_KEYS = Object.keys(RETENTION_LEAST) as (keyof Retention)[]

export function readRetention(
  config: Pick<Config, 'retentionDraftDays' | 'retentionAuditDays' | 'retentionSmsDays'>,
  stored: unknown,
): Retention {
  return {
    draftDays: config.retentionDraftDays,
    auditDays: config.retentionAuditDays,
    smsDays: config.retentionSmsDays,
    ...(stored as Partial<Retention> | undefined),
  }
}

/** The periods that hold at this moment. */
export const currentRetention = async (parts: {
  config: Config
  stores: Pick<Stores, 'lawSettings'>
}): Promise<Retention> => readRetention(parts.config, await parts.stores.lawSettings.setting(RETENTION_SETTING))
