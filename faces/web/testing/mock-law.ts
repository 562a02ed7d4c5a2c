/// <reference types="node" />
import type { Handler } from './mock-handlers.ts'

const ID = '96e04ffb-8fb9-5bed-8b93-66199e62adc0',
  OLD = '11111111-8fb9-5bed-8b93-66199e62adc0'
const line = {
  id: ID,
  name: '某某保护法',
  kind: 'law' as const,
  versionDate: '2020-01-01',
  inForceFrom: '2020-03-01',
  inForceUntil: null,
  status: 'inForce' as const,
  articles: 200,
}
const old = {
  ...line,
  id: OLD,
  versionDate: '2010-01-01',
  inForceFrom: '2010-03-01',
  inForceUntil: '2020-03-01',
  status: 'superseded' as const,
}
const TEXT = (n: number) => `这是第 ${n} 条的文字，有两款：\n（一）第一项；\n（二）第二项。\n第二款说另一件事。`
const article = (n: number) => ({
  id: `${ID}.${n}`,
  number: String(n),
  label: `第${n}条`,
  path: n < 50 ? '第一章 总则' : '第二章 权利',
  text: TEXT(n),
})
const clauses = (n: number) =>
  TEXT(n)
    .split('\n')
    .map((text, i) => ({ paragraph: i === 3 ? 2 : 1, ...(i === 1 || i === 2 ? { item: i } : {}), text }))
const others = Array.from({ length: 70 }, (_, i) => ({
  ...line,
  id: `${String(i).padStart(8, '0')}-8fb9-5bed-8b93-66199e62adc0`,
  name: `第${i}号条例`,
  kind: 'adminRegulation' as const,
}))

/** One law of two versions and two hundred articles. */
export const LAW_HANDLERS: Record<string, Handler> = {
  'GET /laws': (_world, { query: { q, kind, after } }) => {
    const all = [line, ...others].filter(
        (one) => (q === undefined || one.name.includes(q)) && (kind === undefined || one.kind === kind),
      ),
      from = after === undefined ? 0 : all.findIndex(({ name }) => name === after) + 1
    return {
      value: {
        items: all.slice(from, from + 60),
        next: all.length > from + 60 ? (all[from + 59]?.name ?? null) : null,
      },
    }
  },
  'GET /laws/:id': () => ({
    value: {
      law: line,
      fullName: '中华人民共和国某某保护法',
      preamble: '2019年12月28日通过',
      versions: [line, old],
      articles: Array.from({ length: 200 }, (_, i) => article(i + 1)),
    },
  }),
  'GET /articles/:id': (_world, { params }) => {
    const number = Number(params.id?.split('.')[1])
    if (!(number > 0)) return undefined
    const superseded = params.id?.startsWith(OLD) ?? false
    return {
      value: {
        law: superseded ? old : line,
        article: { ...article(number), clauses: clauses(number) },
        before: number > 1 ? { id: `${ID}.${number - 1}`, label: `第${number - 1}条` } : null,
        after: { id: `${ID}.${number + 1}`, label: `第${number + 1}条` },
        versions: [
          { ...line, articleId: `${ID}.${number}`, same: true },
          { ...old, articleId: `${OLD}.${number}`, same: false },
        ],
        cites: [{ id: `${ID}.3`, label: '《某某保护法》3' }],
        citedBy: [],
        guides: [{ slug: 'wages/boss-will-not-pay', title: '老板拖着工资不给怎么办' }],
      },
    }
  },
  'GET /articles': (_world, { query }) => ({
    value: {
      items: query.q?.includes('82')
        ? [
            {
              ...article(82),
              law: line,
              ...(query.q.includes('款')
                ? { meant: { label: '第2款', text: '第二款说另一件事。', paragraph: 2 } }
                : {}),
            },
          ]
        : [],
    },
  }),
}
