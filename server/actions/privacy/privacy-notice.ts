import { noticeText, type NoticeText } from '../../identity/privacy/notice.ts'
import { currentRetention } from '../administration/retention.ts'
import type { Caller } from '../caller.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** The notice as it stands today, with this installation's periods and the centre's name and phone. */
export async function privacyNotice(parts: Parts, _caller: Caller): Promise<Outcome<NoticeText>> {
  const [places, retention] = await Promise.all([parts.stores.places.all(), currentRetention(parts)])
  const center = places.find(({ kind, active }) => kind === 'center' && active)
  return done(
    noticeText({
      handler: center?.name ?? '本区公共法律服务中心',
      phone: center?.phone ?? '12348',
      consultationDays: parts.config.retentionConsultationDays,
      languageModel: parts.consultation.model !== undefined,
      ...retention,
    }),
  )
}
