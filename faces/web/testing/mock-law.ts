/// <reference types="node" />
import type { Handler } from './mock-handlers.ts'

const ID = '96e04ffb-8fb9-5bed-8b93-66199e62adc0', OLD = '11111111-8fb9-5bed-8b93-66199e62adc0'
const line = { id: ID, name: '某某保护法', kind: 'law' as const, versionDate: '2020-01-01', inForceFrom: '2020-03-01', inForceUntil: null, status: 'inForce' as const, articles: 200 }
const old = { ...line, id: OLD, versionDate: '2010-01-01', inForceFrom: '2010-03-01', inForceUntil: '2020-03-01', status: 'superseded' as const }
const article = (n: number) => ({ id: `${ID}.${n}`, number: String(n), label: `第${n}条`, path: n < 50 ? '第一章 总则' : '第二章 权利', text: `这是第 ${n} 条的文字，有两款。\n第二款说另一件事。` })

/** One law of two versions and two hundred articles. */
export const LAW_HANDLERS: Record<string, Handler> = {
  'GET /laws': (_world, { query }) => ({ value: { items: query.q === undefined || line.name.includes(query.q) ? [line] : [], next: null } }),
  'GET /laws/:id': () => ({ value: { law: line, fullName: '中华人民共和国某某保护法', preamble: '2019年12月28日通过', versions: [line, old], articles: Array.from({ length: 200 }, (_, i) => article(i + 1)) } }),
  'GET /articles/:id': (_world, { params }) => {
    const number = Number(params.id?.split('.')[1])
    if (!(number > 0)) return undefined
    const superseded = params.id?.startsWith(OLD) ?? false
    return { value: {
      law: superseded ? old : line, article: article(number), before: number > 1 ? { id: `${ID}.${number - 1}`, label: `第${number - 1}条` } : null, after: { id: `${ID}.${number + 1}`, label: `第${number + 1}条` },
      versions: [{ ...line, articleId: `${ID}.${number}`, same: true }, { ...old, articleId: `${OLD}.${number}`, same: false }], cites: [{ id: `${ID}.3`, label: '《某某保护法》3' }], citedBy: [], guides: [{ slug: 'wages/boss-will-not-pay', title: '老板拖着工资不给怎么办' }],
    } }
  },
  'GET /articles': (_world, { query }) => ({ value: { items: query.q?.includes('82') ? [{ ...article(82), law: line }] : [] } }),
}
