import type { Found, Source } from '@fatong/knowledge/search/searcher.ts'
import { describe, expect, it } from 'vitest'
import type { Embed } from '../outside/embeddings/client.ts'
import { rescoring } from './rescoring.ts'

const hit = (id: string, kind: 'article' | 'guide', score: number) => ({
  id,
  kind,
  score,
  passage: { from: 0, to: 1 },
  because: [],
})
const FOUND: Found = {
  confidence: 0.8,
  hits: [
    hit('guide:a', 'guide', 0.9),
    hit('guide:b', 'guide', 0.8),
    ...['1', '2', '3', '4'].map((id, i) => hit(id, 'article', 0.6 - i / 10)),
  ],
}
const source = (id: string): Source => ({
  id,
  kind: id.startsWith('guide') ? 'guide' : 'article',
  title: '法',
  number: id,
  path: '',
  text: `文 ${id}`,
})
const unit = (...numbers: number[]) => Float32Array.from(numbers, (one) => one / Math.hypot(...numbers))
/** Texts lie where `near` says that they are like the question. */
const embedding =
  (near: Record<string, number>, dimensions = 2): Embed =>
  (texts) =>
    Promise.resolve(
      texts.map((text, i) => {
        const like = i === 0 ? 1 : (Object.entries(near).find(([id]) => text.endsWith(` ${id}`))?.[1] ?? 0)
        return unit(like, Math.sqrt(1 - like * like), ...new Array<number>(dimensions - 2).fill(0))
      }),
    )

function searching(embed: Embed, more: { patienceMs?: number; restMs?: number; now?: () => number } = {}) {
  const sent: (readonly string[])[] = []
  const search = rescoring(() => Promise.resolve(FOUND), {
    sourcesOf: (ids) => Promise.resolve(ids.map(source)),
    embed: (texts) => {
      sent.push(texts)
      return embed(texts)
    },
    ...more,
  })
  return {
    sent,
    ask: async (question = '老板不给工资') => (await search(question, { limit: 6 })).hits.map(({ id }) => id),
  }
}
const OURS = FOUND.hits.map(({ id }) => id)

describe('hits ordered with vectors from outside', () => {
  it('articles change places with articles and guides with guides; scores stay where they stand', async () => {
    const search = rescoring(() => Promise.resolve(FOUND), {
      sourcesOf: (ids) => Promise.resolve(ids.map(source)),
      embed: embedding({ 3: 0.99, 'guide:b': 0.2 }),
    })
    const { hits, confidence } = await search('老板不给工资', { limit: 6 })
    expect(hits.map(({ id }) => id).slice(0, 3)).toEqual(['guide:a', 'guide:b', '3'])
    expect(hits.map(({ id }) => id).sort()).toEqual([...OURS].sort())
    expect(hits.map(({ score }) => score)).toEqual(FOUND.hits.map(({ score }) => score))
    expect(confidence).toBe(0.8)
  })

  it('personal data does not leave, and texts are asked for once', async () => {
    const { sent, ask } = searching(embedding({ 1: 0.5 }))
    await ask('我叫王小明，电话13912345678，身份证620102199001011234，老板不给工资')
    await ask('另一个问题')
    expect(sent[0]?.join()).not.toMatch(/王小明|13912345678|620102199001011234/)
    expect(sent.map((texts) => texts.length)).toEqual([7, 1])
  })

  it('all alike says nothing: the order is our own', async () => {
    expect(await searching(embedding({})).ask()).toEqual(OURS)
  })
})

describe('without vectors the order is our own', () => {
  it('failing or lying by throwing: at once, and nobody asks again for a while', async () => {
    let time = 0
    for (const embed of [() => Promise.resolve(undefined), () => Promise.reject(new Error('no'))] as Embed[]) {
      const { sent, ask } = searching(embed, { restMs: 1000, now: () => time })
      expect(await ask()).toEqual(OURS)
      expect(await ask()).toEqual(OURS)
      expect(sent).toHaveLength(1)
      time += 1001
      await ask()
      expect(sent).toHaveLength(2)
    }
  })

  it('slow: nobody waits longer than patience, and what came late helps the next', async () => {
    let time = 0,
      slow = true
    const quick = embedding({ 4: 0.9 })
    let arrive = () => {}
    const { sent, ask } = searching(
      (texts) =>
        slow
          ? new Promise((resolve) => {
              arrive = () => {
                resolve(quick(texts))
              }
            })
          : quick(texts),
      { patienceMs: 30, restMs: 10, now: () => time },
    )
    expect(await ask()).toEqual(OURS) // answered although nothing has arrived
    arrive()
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    slow = false
    time += 11
    expect(await ask()).toContain('4')
    expect(sent.at(-1)).toHaveLength(1)
  })

  it('another model behind the same address: vectors of another length are never compared', async () => {
    let dimensions = 2,
      time = 0
    const { sent, ask } = searching((texts) => embedding({ 3: 0.9 }, dimensions)(texts), {
      restMs: 10,
      now: () => time,
    })
    const before = await ask()
    dimensions = 3
    expect(await ask()).toEqual(OURS)
    time += 11
    expect(await ask()).toEqual(before)
    expect(sent.map((texts) => texts.length)).toEqual([7, 1, 7])
  })
})
