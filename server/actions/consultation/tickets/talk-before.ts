import { recapOf } from '@fatong/knowledge/answer/conversation/recap.ts'
import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { Parts } from '../../parts.ts'
import type { Talk } from '../opened-session.ts'
import type { Thread } from './thread.ts'

/** The talk as the first message of the thread, without personal data, so that nobody has to tell it twice; none where nothing was said. */
export async function talkBefore(
  parts: Pick<Parts, 'guides' | 'law'>,
  { conversation, last }: Talk,
  now: Instant,
): Promise<Thread> {
  const [guides, parameters] = await Promise.all([parts.guides.all(), parts.law.parameters()])
  const bySlug = new Map(guides.map((guide) => [guide.slug, guide]))
  const text = recapOf(conversation, last, {
    guides: { bySlug: (slug) => bySlug.get(slug) },
    parameters,
    today: localDateOf(now),
  })
  return text === '' ? [] : [{ by: 'talk', name: '', at: now, text: mask(text).text, articles: [] }]
}
