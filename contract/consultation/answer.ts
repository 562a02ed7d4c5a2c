import { z } from 'zod'
import { CALCULATORS } from '@fatong/law/calculators/kinds.ts'
import { EMERGENCIES, LAW_STATUSES, TOPICS } from '@fatong/knowledge/vocabulary.ts'
import { Day } from '../values.ts'

export const TopicCode = z.enum(TOPICS)

/** `id` only where the library holds the article: then it can be opened. */
export const ArticleRef = z.object({
  kind: z.literal('article'),
  key: z.string(),
  law: z.string(),
  number: z.string(),
  id: z.string().optional(),
  versionDate: Day.optional(),
  inForceFrom: Day.optional(),
  inForceUntil: Day.optional(),
  status: z.enum(LAW_STATUSES).optional(),
})
export const GuideRef = z.object({ kind: z.literal('guide'), slug: z.string(), title: z.string(), reviewed: Day })
export const CaseRef = z.object({ kind: z.literal('case'), id: z.string(), title: z.string() })
export const SourceRef = z.discriminatedUnion('kind', [ArticleRef, GuideRef, CaseRef])

/** A sentence with what it rests on. */
export const Said = z.object({ text: z.string(), sources: z.array(SourceRef) })
/** Words of an article exactly as they stand in it. */
export const Quote = z.object({
  source: ArticleRef,
  path: z.string(),
  passage: z.string(),
  because: z.array(z.string()),
})
export const OfferCode = z.enum([
  'eligibility',
  'apply',
  'points',
  'ticket',
  'hotline12348',
  'mediation',
  'calculator',
  'law',
])

const EmergencyHelp = z.object({
  kind: z.enum(EMERGENCIES),
  title: z.string(),
  calls: z.array(z.object({ number: z.string(), says: z.string() })).readonly(),
  does: z.array(z.string()).readonly(),
})

/** Drawn from top to bottom: emergencies of level `now`, the short answer, steps, quotations, offers. */
export const Answer = z.object({
  kind: z.enum(['answer', 'article', 'noSource', 'redirect']),
  topic: TopicCode.optional(),
  emergencies: z.array(z.object({ level: z.enum(['now', 'care']), help: EmergencyHelp })),
  short: z.array(Said),
  steps: z.array(Said),
  deadlines: z.array(Said),
  traps: z.array(Said),
  papers: z.array(z.string()),
  where: z.string().optional(),
  cost: z.string().optional(),
  guide: GuideRef.extend({ situation: z.string() }).optional(),
  /** the guide is a guess: which matter was meant is asked back */ unsure: z.boolean().optional(),
  otherGuides: z.array(GuideRef),
  quotes: z.array(Quote),
  likeCases: z.array(CaseRef.extend({ passage: z.string() })),
  offers: z.array(
    z.object({
      offer: OfferCode,
      says: z.string(),
      /** the one that the offer `calculator` leads to */ calculator: z.enum(CALCULATORS).optional(),
    }),
  ),
  on: Day,
  notes: z.array(
    z.object({
      code: z.enum(['traditional', 'shortened', 'lawOfThatDay', 'notInForceThen', 'presentLaw', 'guideToCheck']),
      says: z.string(),
    }),
  ),
  confidence: z.number(),
})
export type Answer = z.infer<typeof Answer>

/** The one question to answer next: with a choice, a day or a sum; or in one's own words. */
export const Asking = z.object({
  about: z.enum(['guide', 'which', 'day', 'aid']),
  fact: z.string().optional(),
  question: z.string(),
  help: z.string().optional(),
  answer: z.enum(['choice', 'yesNo', 'date', 'number']).optional(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  unit: z.string().optional(),
})
/** What the rules on legal aid say so far. */
export const AidReply = z.object({
  outcome: z.enum(['entitled', 'notEntitled', 'elsewhere', 'open', 'needsStaff']),
  headline: z.string(),
  text: z.string(),
  reasons: z.array(z.object({ says: z.string(), citations: z.array(z.string()) })),
  /** ids of cited articles that the library holds, by how they stand in `citations` */
  articles: z.record(z.string(), z.string()).optional(),
})
export const Reply = z.object({
  answer: Answer.optional(),
  asking: Asking.optional(),
  aid: AidReply.optional(),
  says: z.array(z.string()),
  ended: z.boolean(),
})
