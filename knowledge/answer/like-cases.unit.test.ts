import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { loadGuides } from '../guides/load.ts'
import { guideSources } from '../guides/sources.ts'
import { indexOf } from '../search/index/index.ts'
import { LibrarySearcher } from '../search/library-searcher.ts'
import { type SearchWish, type Source } from '../search/searcher.ts'
import { newConversation } from './conversation/state.ts'
import { step, type Reach } from './conversation/step.ts'
import { shelfOf } from './shelf.ts'

const guides = loadGuides()
const QUESTION = '老板不给工钱，干了三个月一分没拿到'
/** Says what was asked, word for word. */
const article = (at: number): Source => ({
  id: `a${at}`,
  kind: 'article',
  title: '工钱法',
  number: `${at}`,
  path: '',
  text: `第${at}种情形：${QUESTION}，可以要求支付工钱。`,
  status: 'inForce',
})
const told = (id: string, topic: string, text: string): Source => ({
  id: `case:${id}`,
  kind: 'case',
  title: `${id}案`,
  number: '',
  path: topic,
  text,
})
/** So many others that words of the question weigh what they weigh in a library. */
const OTHERS = Array.from(
  { length: 400 },
  (_, at): Source => ({ ...article(at + 100), title: '水利法', text: `河道第${at}段由水务部门巡查。` }),
)
const CROWD = [...Array.from({ length: 60 }, (_, at) => article(at + 1)), ...OTHERS]
const CASES = [
  told('unpaid', '劳动人事', '瓦工在工地干了三个月，老板一分钱没给。中心指派律师去仲裁，拿到了拖欠的工钱。'),
  told('elsewhere', '民法典', '朋友借了钱不给，打了借条，等了三个月一分没拿到，起诉后才还了借款。'),
  told('far', '劳动人事', '公司年会抽奖后反悔。'),
]
const wishes: SearchWish[] = []
const reachOf = (sources: Source[]): Reach => {
  const library = new LibrarySearcher(indexOf(sources), guideSources(guides))
  return {
    searcher: {
      search: (question, wish) => {
        wishes.push(wish)
        return library.search(question, wish)
      },
    },
    ...shelfOf(sources, guides),
    today: localDate('2026-11-24'),
    named: () => [],
  }
}
const asked = (text: string, reach: Reach) => step(newConversation(), { kind: 'says', text }, reach)
const crowded = reachOf([...CROWD, ...CASES])

describe('typical cases beside an answer', () => {
  it('are looked for apart: a crowd of articles does not hide them; another matter and what hardly fits stay out', () => {
    const found = crowded.searcher.search(QUESTION, { limit: 20 })
    expect(found.hits.filter(({ kind }) => kind === 'case')).toEqual([])
    // Near enough in words, so that only its matter keeps it out.
    expect(
      crowded.searcher.search(QUESTION, { limit: 3, kinds: ['case'] }).hits.find(({ id }) => id === 'case:elsewhere')
        ?.score,
    ).toBeGreaterThan(0.2)
    const { reply, conversation } = asked(QUESTION, crowded)
    expect(reply.answer).toMatchObject({ kind: 'answer', topic: 'wages' })
    expect(reply.answer?.likeCases.map(({ id, passage }) => [id, passage.length > 0])).toEqual([['case:unpaid', true]])
    expect(conversation.turns.at(-1)?.sources).toContain('case:unpaid')
  })

  it('stand once each, three at most', () => {
    const many = Array.from({ length: 5 }, (_, at) =>
      told(`unpaid${at}`, '劳动人事', `第${at}个工地，干了三个月，老板一分没给工钱，仲裁后拿到。`),
    )
    const ids = asked(QUESTION, reachOf([article(1), ...many])).reply.answer?.likeCases.map(({ id }) => id) ?? []
    expect([ids.length, new Set(ids).size]).toEqual([3, 3])
  })

  it('are not looked for where there is no answer', () => {
    wishes.length = 0
    expect(asked('今天天气怎么样', crowded).reply.answer?.kind).not.toBe('answer')
    expect(wishes.filter(({ kinds }) => kinds?.includes('case'))).toEqual([])
  })
})
