import { describe, expect, test } from 'vitest'
import { indexOf } from '../index/index.ts'
import { LibrarySearcher } from '../library-searcher.ts'
import { type Source } from '../searcher.ts'
import { FEW } from '../testing/few-sources.ts'
import { CandidateFinder } from './candidates.ts'
import { F, FEATURES, WIDTH } from './names.ts'
import { QuestionReader } from './question.ts'

const index = indexOf(FEW),
  reader = new QuestionReader(index)
const found = (question: string, allowed?: Uint8Array) => {
  const { size, sources, rows } = new CandidateFinder(index).find(reader.read(question), allowed)
  const ids = Array.from(sources.subarray(0, size), (at) => FEW[at]!.id)
  return { ids, row: (id: string) => rows.subarray(ids.indexOf(id) * WIDTH, (ids.indexOf(id) + 1) * WIDTH) }
}

describe('candidates', () => {
  test('come best first, each once, and nothing that may not be found', () => {
    const { ids } = found('离婚后探望子女')
    expect(ids[0]).toBe('家事法#1')
    expect(new Set(ids).size).toBe(ids.length)
    const allowed = new Uint8Array(FEW.length).fill(1)
    allowed[FEW.findIndex(({ id }) => id === '家事法#1')] = 0
    const rest = found('离婚后探望子女', allowed).ids
    expect(rest).not.toContain('家事法#1')
    expect(rest[0]).toBe('家事法#2')
  })

  test('a row says how a source stands among the others and who of them cites it', () => {
    const { row, ids } = found('拖欠工资责令支付')
    expect(ids.slice(0, 2)).toEqual(['欠薪法#2', '欠薪法#3'])
    const [cited, cites, elsewhere] = [row('欠薪法#2'), row('欠薪法#3'), row('家事法#3')]
    expect([cited[F.baseRank], cites[F.baseRank], cites[F.rankInLaw], elsewhere[F.rankInLaw]]).toEqual([0, 1, 1, 0])
    expect([cited[F.lawGap], elsewhere[F.lawGap]]).toEqual([0, 0])
    expect(cites[F.lawGap]).toBeLessThan(0)
    expect(cited[F.citedByHit]).toBeGreaterThan(0)
    expect(cites[F.citesHit]).toBeGreaterThan(0)
    expect([cites[F.citedByHit], cited[F.citesHit]]).toEqual([0, 0])
    // Nobody cites the article on custody: its row must not carry over a number of another one.
    expect(found('哺乳期内的子女').row('家事法#2')[F.citedByHit]).toBe(0)
  })

  test('what stands beside a good hit in the same law comes along, what stands further off or in another law does not', () => {
    const pigeons: Source[] = ['鸽子应当登记。', '另有约定的除外。', '罚则另定。', '附则一。'].map((text, i) => ({
      ...FEW[0]!,
      id: `养鸽法#${i + 1}`,
      title: '养鸽法',
      number: String(i + 1),
      path: '',
      text,
    }))
    const sources = [...FEW, ...pigeons],
      larger = indexOf(sources),
      finder = new CandidateFinder(larger),
      question = new QuestionReader(larger).read('鸽子要登记吗')
    const { size, sources: places, rows } = finder.find(question)
    const ids = Array.from(places.subarray(0, size), (at) => sources[at]!.id)
    expect(ids[0]).toBe('养鸽法#1')
    expect(ids).toEqual(expect.arrayContaining(['养鸽法#2', '养鸽法#3']))
    expect(ids).not.toContain('养鸽法#4')
    expect(ids).not.toContain('邻里法#2')
    const of = (id: string, feature: keyof typeof F) => rows[ids.indexOf(id) * WIDTH + F[feature]]
    expect(of('养鸽法#1', 'lexicalOverNeighbours')).toBeCloseTo(1)
    expect(of('养鸽法#1', 'lexicalLawGap')).toBeCloseTo(0)
    expect(of('养鸽法#2', 'lexicalOverNeighbours')).toBeCloseTo(-1)
    expect(of('养鸽法#2', 'lexicalLawGap')).toBeCloseTo(-1)
    const allowed = new Uint8Array(sources.length).fill(1)
    allowed[FEW.length + 1] = 0
    const found = finder.find(question, allowed)
    expect(Array.from(found.sources.subarray(0, found.size), (at) => sources[at]!.id)).not.toContain('养鸽法#2')
  })

  test('each hit tells every feature with its value and its share, where that is asked for', () => {
    const searcher = new LibrarySearcher(index, [])
    const [hit] = searcher.search('离婚后探望子女', { limit: 3, explain: true }).hits
    expect(Object.keys(hit?.features ?? {})).toEqual([...FEATURES])
    expect(
      Object.values(hit?.features ?? {}).every(({ value, share }) => Number.isFinite(value) && Number.isFinite(share)),
    ).toBe(true)
    expect(hit?.features?.lexical?.share).toBeGreaterThan(0)
    expect(searcher.search('离婚后探望子女', { limit: 3 }).hits[0]?.features).toBeUndefined()
    const guide = {
      id: 'guide:a/b',
      kind: 'guide' as const,
      title: '离婚以后看孩子',
      number: '',
      path: '',
      text: '可以约定探望的时间。',
      cites: ['家事法#1'],
      alsoAsked: '离婚了不让看孩子',
    }
    const [told] = new LibrarySearcher(index, [guide])
      .search('离婚后不让探望孩子', { limit: 9, explain: true })
      .hits.filter(({ kind }) => kind === 'guide')
    expect(told?.features?.['guideArticles']).toEqual({ value: 1, share: 0.06 })
    expect(
      Math.min(
        1,
        Object.values(told?.features ?? {}).reduce((sum, { share }) => sum + share, 0),
      ),
    ).toBeCloseTo(told?.score ?? 0)
  })
})
