import { describe, expect, it } from 'vitest'
import { askedOnce, Recent } from './recent.ts'

it('keeps what came last, in its newest form, until all is forgotten', () => {
  const texts = new Recent<string>(2)
  texts.keep('1', 'old')
  texts.keep('2', 'two')
  texts.keep('1', 'new')
  texts.keep('3', 'three')
  expect([texts.get('1'), texts.has('2'), texts.has('3')]).toEqual(['new', false, true])
  texts.forget()
  expect(texts.has('1')).toBe(false)
})

describe('asked once', () => {
  const counting = (most = 10) => {
    const asked: string[] = [],
      recent = new Recent<Promise<string>>(most)
    const ask = askedOnce(recent, async (question: string, wish: object) => {
      asked.push(question)
      if (question === 'broken') throw new Error('no')
      return `${question} ${JSON.stringify(wish)}`
    })
    return { asked, recent, ask }
  }

  it('the same question with the same wish goes out once, also while the answer is on its way', async () => {
    const { asked, ask } = counting()
    expect(await Promise.all([ask('工资', { limit: 2 }), ask('工资', { limit: 2 })])).toEqual([
      '工资 {"limit":2}',
      '工资 {"limit":2}',
    ])
    await ask('工资', { limit: 2 })
    expect(asked).toEqual(['工资'])
    expect(await ask('工资', { limit: 3 })).toBe('工资 {"limit":3}')
    expect(asked).toHaveLength(2)
  })

  it('after forgetting, and after a failure, it goes out again', async () => {
    const { asked, recent, ask } = counting()
    await ask('工资', {})
    recent.forget()
    await ask('工资', {})
    await expect(ask('broken', {})).rejects.toThrow('no')
    await expect(ask('broken', {})).rejects.toThrow('no')
    expect(asked).toEqual(['工资', '工资', 'broken', 'broken'])
  })

  it('what is asked often stays, what was asked once goes', async () => {
    const { asked, ask } = counting(2)
    for (const question of ['often', 'once', 'often', 'other', 'often', 'once']) await ask(question, {})
    expect(asked).toEqual(['often', 'once', 'other', 'once'])
  })
})
