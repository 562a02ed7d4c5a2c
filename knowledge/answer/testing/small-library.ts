/** A library of a few sources of our own wording, and a searcher that counts shared characters: enough to see how answers are put together. */
import { type Guide } from '../../guides/guide.ts'
import { type Found, type Hit, type Searcher, type SearchWish, type Source } from '../../search/searcher.ts'
import { bindsOn, shelfOf } from '../shelf.ts'

const article = (id: string, title: string, number: string, text: string, rest: Partial<Source> = {}): Source => ({
  id,
  kind: 'article',
  title,
  number,
  path: '第一章',
  text,
  status: 'inForce',
  ...rest,
})

export const SOURCES: Source[] = [
  article('a1', '工钱法', '30', '用人单位应当按月把工钱付给劳动者。拖欠工钱的，劳动者可以投诉。', {
    inForceFrom: '2008-01-01',
    date: '2007-06-29',
  }),
  article('a2', '工钱法', '82', '不签书面合同的，从第二个月起每月付两倍工钱。\n两倍工钱从满一个月的次日算起。', {
    inForceFrom: '2008-01-01',
  }),
  article('a3-old', '借钱法', '7', '借钱利息最高二十四分。', {
    inForceFrom: '2015-01-01',
    inForceUntil: '2021-01-01',
    status: 'superseded',
  }),
  article('a3', '借钱法', '7', '借钱利息按新的标准，不得超过四倍。', { inForceFrom: '2021-01-01' }),
  article('a4', '废止法', '1', '邻居围墙挡光的旧规定。', { status: 'repealed' }),
  {
    id: 'case:unpaid',
    kind: 'case',
    title: '拖欠工钱案',
    number: '',
    path: '',
    text: '老板拖欠工钱三个月，经调解付清。',
  },
]

const cited = (text: string, ...cites: string[]) => ({ text, cites })

export const GUIDES: Guide[] = [
  {
    slug: 'wages/boss-will-not-pay',
    topic: 'wages',
    title: '老板拖欠工钱怎么办',
    asked: ['老板不给工资', '工地欠薪'],
    situation: '给老板干了活，工钱没给。',
    answer: [cited('老板必须按月给工钱，拖着不给是违法的。', '工钱法#30'), cited('可以投诉，也可以去仲裁。')],
    steps: [cited('先找劳动监察投诉。', '工钱法#30', '监察条例#9'), cited('再去仲裁。')],
    papers: ['工钱条'],
    deadlines: [cited('离开后一年内要去仲裁。', '仲裁法#27')],
    where: '人社局',
    cost: '不收费',
    traps: [cited('没合同也能要。')],
    offers: ['eligibility', 'calculator'],
    reviewed: '2026-11-01',
    needs: [
      {
        fact: 'contractSigned',
        question: '签了劳动合同吗？',
        choices: [
          { value: 'yes', label: '签了' },
          { value: 'no', label: '没签', says: cited('没签合同，还可以要两倍工钱。', '工钱法#82') },
        ],
      },
      {
        fact: 'whoHired',
        question: '是谁叫您来干活的？',
        choices: [
          { value: 'company', label: '公司' },
          { value: 'foreman', label: '包工头', guide: 'wages/foreman' },
        ],
      },
    ],
  },
  {
    slug: 'wages/foreman',
    topic: 'wages',
    title: '包工头跑了',
    asked: [],
    situation: '包工头欠工钱。',
    answer: [cited('可以找总包要。', '农民工条例#30')],
    steps: [],
    papers: [],
    deadlines: [],
    where: '',
    cost: '',
    traps: [],
    offers: [],
    reviewed: '2026-11-01',
  },
]

const asSource = (guide: Guide): Source => ({
  id: `guide:${guide.slug}`,
  kind: 'guide',
  title: guide.title,
  number: '',
  path: '',
  text: guide.answer.map((s) => s.text).join(''),
  alsoAsked: guide.asked.join(' '),
  topic: guide.topic,
})
const indexed = [...SOURCES, ...GUIDES.map(asSource)]
const pairs = (text: string) => new Set([...text].slice(1).map((character, at) => `${[...text][at]}${character}`))

export const shelf = shelfOf(SOURCES, GUIDES)

export const searcher: Searcher = {
  search(question: string, wish: SearchWish): Found {
    const asked = pairs(question)
    const hits: Hit[] = indexed
      .filter(
        (source) =>
          (wish.on === undefined || bindsOn(source, wish.on)) &&
          (wish.kinds === undefined || wish.kinds.includes(source.kind)),
      )
      .map((source) => {
        const own = pairs(`${source.title}${source.alsoAsked ?? ''}${source.text}`)
        return {
          id: source.id,
          kind: source.kind,
          score: [...asked].filter((pair) => own.has(pair)).length,
          passage: { from: 0, to: 5 },
          because: [],
        }
      })
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, wish.limit)
    return { hits, confidence: Math.min(1, (hits[0]?.score ?? 0) / 3) }
  },
}
