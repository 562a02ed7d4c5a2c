import { noticeText, type NoticeText } from '../../identity/privacy/notice.ts'
import { readRetention, RETENTION_SETTING } from '../administration/retention.ts'
import type { Caller } from '../caller.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** The notice as it stands today, with this installation's periods and the centre's name and phone. */
export async function privacyNotice(parts: Parts, _caller: Caller): Promise<Outcome<NoticeText>> {
  const [places, stored] = await Promise.all([parts.stores.places.all(), parts.stores.lawSettings.setting(RETENTION_SETTING)])
  const center = places.find(({ kind, active }) => kind === 'center' && active)
  const retention = readRetention(parts.config, stored)
  return done(noticeText({ handler: center?.name ?? '本区公共法律服务中心', phone: center?.phone ?? '12348', draftDays: retention.draftDays, auditDays: retention.auditDays, smsDays: retention.smsDays }))
}
