import { z } from 'zod'
import { LAW_KINDS, LAW_STATUSES } from '@fatong/knowledge/vocabulary.ts'
import { route } from '../route.ts'
import { Day, InstantMs, Uuid, needed, text } from '../values.ts'

const LawLine = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(LAW_KINDS),
  versionDate: Day.nullable(),
  inForceFrom: Day.nullable(),
  inForceUntil: Day.nullable(),
  status: z.enum(LAW_STATUSES),
  articles: z.number().int(),
})
export const laws = route('GET', '/laws', 'anyone', '法律库目录', {
  query: z.object({
    q: z.string().trim().max(60).optional(),
    kind: z.enum(LAW_KINDS).optional(),
    after: z.string().max(120).optional(),
  }),
  reply: z.object({ items: z.array(LawLine), next: z.string().nullable() }),
})
const ArticleLine = z.object({
  id: z.string(),
  number: z.string(),
  label: z.string(),
  path: z.string(),
  text: z.string(),
})
/** A 款 of an article, or a 项 of a 款. */
const Clause = z.object({ paragraph: z.number().int(), item: z.number().int().optional(), text: z.string() })
export const law = route('GET', '/laws/:id', 'anyone', '一部法律的全文', {
  params: z.object({ id: Uuid }),
  reply: z.object({
    law: LawLine,
    fullName: z.string(),
    preamble: z.string().nullable(),
    versions: z.array(LawLine),
    articles: z.array(ArticleLine),
  }),
})
const ArticleRef = z.object({ id: z.string(), label: z.string() })
export const article = route('GET', '/articles/:id', 'anyone', '一条法律：原文、版本、谁引用了它', {
  params: z.object({ id: z.string().min(38).max(80) }),
  reply: z.object({
    law: LawLine,
    article: ArticleLine.extend({ clauses: z.array(Clause) }),
    before: ArticleRef.nullable(),
    after: ArticleRef.nullable(),
    versions: z.array(LawLine.extend({ articleId: z.string().nullable(), same: z.boolean() })),
    cites: z.array(ArticleRef),
    citedBy: z.array(ArticleRef),
    guides: z.array(z.object({ slug: z.string(), title: z.string() })),
  }),
})
export const findArticle = route('GET', '/articles', 'anyone', '按法条名称查', {
  query: z.object({ q: z.string().trim().min(2).max(120), on: Day.optional() }),
  reply: z.object({
    items: z.array(
      ArticleLine.extend({
        law: LawLine,
        /** the 款 or 项 that was asked for */ meant: z
          .object({
            label: z.string(),
            text: z.string(),
            paragraph: z.number().int().optional(),
            item: z.number().int().optional(),
          })
          .optional(),
      }),
    ),
  }),
})
const CaseLine = z.object({ id: z.string(), title: z.string(), topic: z.string(), result: z.string().nullable() })
const WholeCase = CaseLine.extend({
  body: z.string(),
  /** articles that it names and the library holds */ articles: z
    .array(z.object({ id: z.string(), law: z.string(), number: z.string() }))
    .default([]),
})
export const typicalCases = route('GET', '/typical-cases', 'anyone', '典型案例', {
  reply: z.object({ items: z.array(CaseLine) }),
})
export const typicalCase = route('GET', '/typical-cases/:id', 'anyone', '一个典型案例', {
  params: z.object({ id: Uuid }),
  reply: WholeCase,
})

const CaseState = z.enum(['draft', 'published', 'withdrawn'])
export const deskTypicalCases = route('GET', '/desk/typical-cases', 'staff', '典型案例：待审和已发布', {
  reply: z.object({
    items: z.array(
      CaseLine.extend({
        state: CaseState,
        version: z.number().int(),
        changedBy: z.string(),
        changedAt: InstantMs,
        /** the text that waits to be looked at: of a published case its correction */
        waiting: z
          .object({ version: z.number().int(), title: z.string(), by: z.string(), at: InstantMs, mine: z.boolean() })
          .nullable(),
      }),
    ),
  }),
})
/** replaced: people saw it until a newer one came; dropped: nobody ever did. */
const CaseVersion = z.object({
  version: z.number().int(),
  title: z.string(),
  topic: z.string(),
  body: z.string(),
  result: z.string().nullable(),
  state: z.enum(['draft', 'published', 'replaced', 'withdrawn', 'dropped']),
  writtenByName: z.string(),
  writtenAt: InstantMs,
  settledByName: z.string().nullable(),
  settledAt: InstantMs.nullable(),
  mine: z.boolean(),
})
/** Its whole text, before it is published too, and every text it had. */
export const deskTypicalCase = route('GET', '/desk/typical-cases/:id', 'staff', '一个典型案例的全文和修改记录', {
  params: z.object({ id: Uuid }),
  reply: WholeCase.extend({ versions: z.array(CaseVersion) }),
})
/** By somebody who may write; published by somebody else. */
export const writeTypicalCase = route('PUT', '/desk/typical-cases/:id', 'staff', '写典型案例（待审）', {
  params: z.object({ id: Uuid }),
  body: z.object({
    title: needed(80, '标题'),
    topic: needed(20, '类别'),
    body: needed(20_000, '案例正文'),
    result: text(400, '结果').nullable(),
  }),
  reply: z.object({ ok: z.literal(true) }),
})
/** `version` is the text that was read: its writer may have changed it since. */
export const setTypicalCase = route('POST', '/desk/typical-cases/:id/state', 'staff', '发布、撤下典型案例，或不采用', {
  params: z.object({ id: Uuid }),
  body: z.object({ state: z.enum(['published', 'withdrawn', 'dropped']), version: z.number().int().min(1) }),
  reply: z.object({ ok: z.literal(true) }),
})

const Change = z.object({
  name: z.string(),
  versionDate: Day.nullable(),
  what: z.enum(['new', 'changed', 'unchanged', 'dates']),
  since: Day.nullable().optional().describe('新版本：和原来的哪个版本比'),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
})
const Report = z.object({
  files: z.number(),
  laws: z.number(),
  articles: z.number(),
  cases: z.number(),
  texts: z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), dates: z.number() }),
  caseChanges: z
    .object({ new: z.number(), changed: z.number(), unchanged: z.number(), kept: z.number(), twice: z.number() })
    .optional()
    .describe('以前的导入没有数案例'),
  changes: z.array(Change),
  remarks: z.array(z.object({ file: z.string(), what: z.string(), why: z.string() })),
})
const Import = z.object({
  id: z.string(),
  source: z.string(),
  startedBy: z.string(),
  startedAt: InstantMs,
  finishedAt: InstantMs.nullable(),
  state: z.enum(['running', 'done', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  problem: z.string().nullable(),
  report: Report.nullable(),
})
export const libraryImports = route('GET', '/desk/library', 'staff', '法律库：现有多少、导入记录', {
  reply: z.object({
    counts: z.object({ texts: z.number(), articles: z.number(), cases: z.number(), drafts: z.number() }),
    preparing: z.boolean().describe('新内容还没有排进检索'),
    mayImport: z.boolean(),
    mayPublish: z.boolean(),
    imports: z.array(Import),
  }),
})
export const importLibrary = route('POST', '/desk/library/import', 'staff', '上传法律文本压缩包，在后台导入', {
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  consumes: 'application/octet-stream',
  reply: z.object({ id: z.string() }),
})
