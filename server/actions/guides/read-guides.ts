import type { z } from 'zod'
import type { guide as guideRoute, guides as guidesRoute } from '@fatong/contract/knowledge/guides.ts'
import { calculatorsOf } from '@fatong/knowledge/guides/calculators.ts'
import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { articlesCited } from './articles-cited.ts'

const NEAR = 5

export const lineOf = ({ slug, topic, title, situation }: Guide) => ({ slug, topic, title, situation })

export async function listGuides(
  parts: Parts,
  _caller: Caller,
  { query }: InputOf<typeof guidesRoute>,
): Promise<Outcome<z.infer<typeof guidesRoute.reply>>> {
  const all = await parts.guides.all()
  return done({ items: all.filter(({ topic }) => query.topic === undefined || topic === query.topic).map(lineOf) })
}

/** One guide with the articles it rests on and others of its topic. */
export async function readGuide(
  parts: Parts,
  _caller: Caller,
  { params }: InputOf<typeof guideRoute>,
): Promise<Outcome<z.infer<typeof guideRoute.reply>>> {
  const guide = await parts.guides.find(`${params.topic}/${params.name}`)
  if (!guide) return failed('notFound')
  const { asked: _, calculators: _named, ...shown } = guide
  const calculators = [...calculatorsOf(guide)]
  const near = (await parts.guides.all())
    .filter(({ topic, slug }) => topic === guide.topic && slug !== guide.slug)
    .slice(0, NEAR)
    .map(lineOf)
  return done({
    ...shown,
    ...(calculators.length > 0 ? { calculators } : { offers: guide.offers.filter((offer) => offer !== 'calculator') }),
    articles: await articlesCited(parts, guide),
    near,
  })
}
