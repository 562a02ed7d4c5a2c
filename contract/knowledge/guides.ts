import { z } from 'zod'
import { TOPICS } from '@fatong/knowledge/vocabulary.ts'
import { CALCULATORS } from '@fatong/law/calculators/kinds.ts'
import { route } from '../route.ts'
import { InstantMs } from '../values.ts'

const line = (most = 400) => z.string().trim().min(1).max(most)
const Cited = z.object({
  text: line(600),
  cites: z.array(z.string().regex(/^[^#\s]{2,60}#[^#\s]{1,20}$/, '写成“劳动合同法#82”的样子')).max(12),
})

/** What a consultation asks before this guide is sure to fit; an answer may lead to another guide or add a sentence. */
const Need = z.object({
  fact: z.string().regex(/^[a-zA-Z]{2,40}$/, '用英文字母起个名'),
  question: line(120),
  choices: z
    .array(
      z.object({
        value: z.string().regex(/^[a-zA-Z0-9]{1,40}$/, '用英文字母或数字'),
        label: line(60),
        guide: z
          .string()
          .regex(/^[a-zA-Z]+\/[a-z0-9-]+$/)
          .optional(),
        says: Cited.optional(),
      }),
    )
    .min(2)
    .max(8),
})

/** A guide as people read and desks write it (办事指南). */
export const GuideBody = z.object({
  topic: z.enum(TOPICS),
  title: line(60),
  asked: z.array(line(120)).min(1).max(30),
  situation: line(300),
  answer: z.array(Cited).min(1).max(8),
  steps: z.array(Cited).min(1).max(20),
  papers: z.array(line(200)).max(20),
  deadlines: z.array(Cited).max(12),
  where: line(400),
  cost: line(400),
  traps: z.array(Cited).max(12),
  offers: z
    .array(z.enum(['eligibility', 'apply', 'points', 'ticket', 'hotline12348', 'mediation', 'calculator']))
    .max(7),
  /** those that the offer `calculator` leads to, where the topic's own do not fit; as people read it: all it leads to */ calculators:
    z.array(z.enum(CALCULATORS)).min(1).max(4).optional(),
  emergency: z.boolean().optional(),
  needs: z.array(Need).max(5).optional(),
  /** law that changed and was not held against its text yet (待核) */ toCheck: line(300).optional(),
  reviewed: z.iso.date(),
})

const slug = z.object({ topic: z.enum(TOPICS), name: z.string().regex(/^[a-z0-9-]{2,60}$/) })

/** An article that a guide rests on: with its place in the library when it has been imported. */
const CitedArticle = z.object({
  key: z.string(),
  law: z.string(),
  number: z.string(),
  label: z.string(),
  articleId: z.string().nullable(),
})

export const GuideLine = z.object({ slug: z.string(), topic: z.enum(TOPICS), title: z.string(), situation: z.string() })
export const guides = route('GET', '/guides', 'anyone', '办事指南目录', {
  query: z.object({ topic: z.enum(TOPICS).optional() }),
  reply: z.object({ items: z.array(GuideLine) }),
})
export const guide = route('GET', '/guides/:topic/:name', 'anyone', '一篇办事指南', {
  params: slug,
  reply: GuideBody.omit({ asked: true }).extend({
    slug: z.string(),
    articles: z.array(CitedArticle),
    near: z.array(GuideLine),
  }),
})

const DeskLine = GuideLine.extend({
  reviewed: z.iso.date(),
  toCheck: z.boolean(),
  changed: z.boolean(),
  /** people see it now */ inUse: z.boolean(),
  withdrawn: z.boolean(),
  draftBy: z.string().nullable(),
  draftAt: InstantMs.nullable(),
  /** its newest version was given back to its writer, who has not sent it again */
  returned: z.object({ to: z.string(), mine: z.boolean(), note: z.string(), at: InstantMs }).nullable(),
})
export const deskGuides = route('GET', '/desk/guides', 'staff', '办事指南：在用的和等审核的', {
  reply: z.object({ items: z.array(DeskLine) }),
})

const Version = z.object({
  version: z.number().int(),
  state: z.enum(['draft', 'published', 'returned', 'withdrawn']),
  note: z.string(),
  writtenByName: z.string(),
  writtenAt: InstantMs,
  mine: z.boolean(),
  reviewedByName: z.string().nullable(),
  reviewedAt: InstantMs.nullable(),
  reviewNote: z.string().nullable(),
  body: GuideBody,
  takeDown: z.boolean(),
})
export const deskGuide = route('GET', '/desk/guides/:topic/:name', 'staff', '一篇指南和它的修改记录', {
  params: slug,
  reply: z.object({
    slug: z.string(),
    inUse: GuideBody.nullable(),
    versions: z.array(Version),
    mayWrite: z.boolean(),
    mayReview: z.boolean(),
  }),
})
/** `base` is the newest version that the writer had before them, 0 when there was none: who writes on what is old would undo what came since. */
export const writeGuide = route('PUT', '/desk/guides/:topic/:name', 'staff', '写指南草稿', {
  params: slug,
  body: z.object({
    body: GuideBody,
    note: line(300),
    takeDown: z.boolean().default(false),
    base: z.number().int().min(0),
  }),
  reply: z.object({ version: z.number().int() }),
})
/** `seen` is when the draft that was read was written: its writer may have changed it since. */
const Settle = {
  params: slug.extend({ version: z.coerce.number().int().min(1) }),
  body: z.object({ note: z.string().trim().max(300).default(''), seen: InstantMs }),
  reply: z.object({ ok: z.literal(true) }),
}
export const publishGuide = route(
  'POST',
  '/desk/guides/:topic/:name/:version/publish',
  'staff',
  '审核通过，发布',
  Settle,
)
export const returnGuide = route('POST', '/desk/guides/:topic/:name/:version/return', 'staff', '退回修改', {
  ...Settle,
  body: z.object({ note: line(300), seen: InstantMs }),
})
