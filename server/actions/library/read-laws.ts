import type { z } from 'zod'
import type * as contract from '@fatong/contract/knowledge/library.ts'
import { fullNameOf } from '@fatong/knowledge/citation/law-names.ts'
import { clauseLabel, clauseNamed, clausesOf } from '@fatong/knowledge/library/clauses.ts'
import { articlesNamedIn, type NamedArticle } from '@fatong/knowledge/triage/named-articles.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../../db/access.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { articleId, articleLine, lawLine, partsOfId } from './views.ts'

type Reply<R extends { reply: z.ZodType }> = Promise<Outcome<z.infer<R['reply']>>>
const AT_ONCE = 60
/** Of a case, characters looked through for articles. */
const NAMED_WITHIN = 50_000

export async function listLaws(
  parts: Parts,
  _caller: Caller,
  { query }: InputOf<typeof contract.laws>,
): Reply<typeof contract.laws> {
  const asked = { ...query, limit: AT_ONCE + 1 }
  const literally = await parts.stores.library.laws(asked),
    whole = fullNameOf(query.q ?? '')
  const found =
    literally.length > 0 || whole === undefined ? literally : await parts.stores.library.laws({ ...asked, q: whole })
  const today = localDateOf(parts.clock.now())
  return done({
    items: found.slice(0, AT_ONCE).map((text) => lawLine(text, today)),
    next: found.length > AT_ONCE ? (found[AT_ONCE - 1]?.name ?? null) : null,
  })
}

export async function readLawText(
  parts: Parts,
  _caller: Caller,
  { params }: InputOf<typeof contract.law>,
): Reply<typeof contract.law> {
  const found = await parts.stores.library.text(params.id)
  if (!found) return failed('notFound')
  const versions = await parts.stores.library.versions(found.text.name)
  const today = localDateOf(parts.clock.now())
  return done({
    law: lawLine(found.text, today, versions[0]),
    fullName: found.text.fullName,
    preamble: found.text.preamble,
    versions: versions.map((one) => lawLine(one, today, versions[0])),
    articles: found.articles.map(articleLine),
  })
}

/** One article as it stands, with its other versions and what cites it. */
export async function readArticle(
  parts: Parts,
  _caller: Caller,
  { params }: InputOf<typeof contract.article>,
): Reply<typeof contract.article> {
  const named = partsOfId(params.id)
  const found =
    named && /^[0-9a-f-]{36}$/.test(named.textId) ? await parts.stores.library.text(named.textId) : undefined
  const at = found?.articles.findIndex(({ number }) => number === named?.number) ?? -1
  const article = found?.articles[at]
  if (!found || !article) return failed('notFound')
  const versions = await parts.stores.library.versions(found.text.name)
  const others = new Map(
    (
      await parts.stores.library.articlesOf(
        versions.map(({ id }) => id),
        article.number,
      )
    ).map((one) => [one.textId, one]),
  )
  const today = localDateOf(parts.clock.now())
  const near = (place: number) => {
    const one = found.articles[place]
    return one ? { id: articleId(one.textId, one.number), label: one.label } : null
  }
  const { cites, citedBy } = await parts.knowledge.references(params.id)
  const key = `${found.text.name}#${article.number}`
  const guides = (await parts.guides.all()).filter((guide) =>
    [guide.answer, guide.steps, guide.deadlines, guide.traps].flat().some((one) => one.cites.includes(key)),
  )
  return done({
    law: lawLine(found.text, today, versions[0]),
    article: { ...articleLine(article), clauses: clausesOf(article.body) },
    before: near(at - 1),
    after: near(at + 1),
    versions: versions.map((one) => ({
      ...lawLine(one, today, versions[0]),
      articleId: others.has(one.id) ? articleId(one.id, article.number) : null,
      same: others.get(one.id)?.body === article.body,
    })),
    cites,
    citedBy,
    guides: guides.slice(0, 20).map(({ slug, title }) => ({ slug, title })),
  })
}

/** `刑法#133-1`, as guides hold it: names of laws that hold other names in quotes are exact only so. */
const KEY = /^[^#\s]{2,60}#[^#\s]{1,20}$/

/** 民法典1043条, 《劳动合同法》第八十二条, 劳合法82, or a key: the articles meant, in the version of the day. */
export async function findArticle(
  parts: Parts,
  _caller: Caller,
  { query }: InputOf<typeof contract.findArticle>,
): Reply<typeof contract.findArticle> {
  const today = localDateOf(parts.clock.now())
  const library = parts.consultation.library(),
    day = query.on ?? today
  const said = KEY.test(query.q) ? [] : articlesNamedIn(query.q)
  const sources = KEY.test(query.q) ? await library.byKeys([query.q], day) : await library.named(said, day)
  const items = await Promise.all(
    sources.slice(0, 10).map(async ({ id }) => {
      const named = partsOfId(id)
      const found = named && (await parts.stores.library.text(named.textId))
      const article = found?.articles.find(({ number }) => number === named?.number)
      return found && article
        ? [
            {
              ...articleLine(article),
              law: lawLine(found.text, today),
              ...meantIn(
                article.body,
                said.filter(({ number }) => number === article.number),
              ),
            },
          ]
        : []
    }),
  )
  return done({ items: items.flat() })
}

/** The 款 or 项 that somebody named, where the article has it. */
function meantIn(
  text: string,
  said: readonly NamedArticle[],
): { meant?: { label: string; text: string; paragraph?: number; item?: number } } {
  for (const { paragraph, item } of said) {
    const name = { ...(paragraph === undefined ? {} : { paragraph }), ...(item === undefined ? {} : { item }) },
      found = clauseNamed(text, name)
    if (found !== undefined) return { meant: { label: clauseLabel(name), text: found, ...name } }
  }
  return {}
}

export async function listCases(parts: Parts): Reply<typeof contract.typicalCases> {
  const cases = await parts.stores.library.cases({ kind: 'anonymous' })
  return done({ items: cases.map(({ id, title, topic, result }) => ({ id, title, topic, result })) })
}

/** A published case with the articles that it names. */
export const readTypicalCase = (
  parts: Parts,
  _caller: Caller,
  { params }: InputOf<typeof contract.typicalCase>,
): Reply<typeof contract.typicalCase> => wholeCase(parts, { kind: 'anonymous' }, params.id)

/** What `access` may see of a case, with the articles that it names. */
export async function wholeCase(parts: Parts, access: AccessContext, id: string): Reply<typeof contract.typicalCase> {
  const found = await parts.stores.library.findCase(access, id)
  if (!found) return failed('notFound')
  const named = await parts.consultation
    .library()
    .named(articlesNamedIn(found.body.slice(0, NAMED_WITHIN)).slice(0, 40), localDateOf(parts.clock.now()))
  const articles = [...new Map(named.map(({ id: of, title, number }) => [of, { id: of, law: title, number }])).values()]
  return done({
    id: found.id,
    title: found.title,
    topic: found.topic,
    result: found.result,
    body: found.body,
    articles,
  })
}
