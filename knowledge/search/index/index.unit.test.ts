import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanOver, scanWithin } from '../rank/scan.ts'
import { PAGE, sharedMemoryOf } from '../rank/wasm.ts'
import { BLOCK } from '../rank/dense.ts'
import { bestOf } from '../rank/select.ts'
import { Ranking } from '../rank/ranking.ts'
import { FEW } from '../testing/few-sources.ts'
import { packIndex, unpackIndex } from './file.ts'
import { indexOf } from './index.ts'
import { sharedCopy, sharedFile, sharedIndex } from './shared.ts'
import { tokensOf } from './tokens.ts'

const firstOf = (ranking: Ranking, question: string) => {
  const { order, candidates } = ranking.rank(question)
  return order.map((i) => ranking.index.idAt(candidates.sources[i] as number))
}
const QUESTIONS = ['老板拖欠工资', '离婚后探望子女', '邻居造墙', '父母要赡养费', '专用账户']

describe('the index', () => {
  test('finds the text that says it, without any model', () => {
    const ranking = new Ranking(indexOf(FEW))
    expect(firstOf(ranking, '离婚了想看孩子，有没有探望的权利')[0]).toBe('家事法#1')
    expect(firstOf(ranking, '邻居挖土造墙')[0]).toBe('邻里法#2')
    expect(firstOf(ranking, '工资专用账户')[0]).toBe('欠薪法#4')
    expect(firstOf(ranking, '123 !? ་')).toEqual([])
  })

  test('says who cites whom, by number within a law and by name across laws', () => {
    const {
      citations: { starts, targets, cited, mentions },
    } = indexOf(FEW)
    const of = (at: number) => Array.from(targets.subarray(starts[at], starts[at + 1]), (target) => FEW[target]?.id)
    expect(of(2)).toEqual(['欠薪法#2'])
    expect(of(8)).toEqual(['欠薪法#3'])
    expect([cited[1], cited[2], mentions[0], mentions[4]]).toEqual([1, 1, 1, 0])
  })

  test('written to a file and read back it answers alike', () => {
    const index = indexOf(FEW),
      read = unpackIndex(packIndex(index))
    expect(read).toBeDefined()
    if (read === undefined) return
    const before = new Ranking(index),
      after = new Ranking(read)
    for (const question of QUESTIONS) expect(firstOf(after, question)).toEqual(firstOf(before, question))
    expect(read.sourceAt(3)).toEqual(FEW[3])
    expect([...read.ids()]).toEqual([...index.ids()])
  })

  test('read into memory that threads share it answers each of them alike', () => {
    const index = indexOf(FEW),
      bytes = packIndex(index)
    const folder = mkdtempSync(join(tmpdir(), 'fatong-index-'))
    try {
      writeFileSync(join(folder, 'a.index'), bytes)
      const { memory, ...size } = sharedFile(join(folder, 'a.index'))
      expect(Buffer.from(memory.buffer, 0, size.bytes).equals(bytes)).toBe(true)
      const readers = [
        sharedIndex({ memory, ...size }),
        sharedIndex({ memory, ...size }),
        sharedIndex(sharedCopy(bytes)),
      ]
      for (const reader of readers) {
        const ranking = new Ranking(reader!)
        for (const question of QUESTIONS)
          expect(firstOf(ranking, question)).toEqual(firstOf(new Ranking(index), question))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('a file cut short or of another kind is no index', () => {
    const file = packIndex(indexOf(FEW))
    expect(unpackIndex(file.subarray(0, file.length - 100))).toBeUndefined()
    expect(unpackIndex(Buffer.from('something else altogether'))).toBeUndefined()
    expect(unpackIndex(Buffer.alloc(0))).toBeUndefined()
  })

  test('texts that are known are taken over and give the same index as splitting all again', () => {
    const change = fc.record({ at: fc.nat(FEW.length - 1), what: fc.constantFrom('text', 'heading', 'gone', 'again') })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        let now = [...FEW]
        for (const { at, what } of changes) {
          const one = now[at % now.length]
          if (one === undefined) continue
          if (what === 'gone') now = now.filter((other) => other !== one)
          else if (what === 'again') now = [...now, { ...one, id: `${one.id} ${now.length}` }]
          else
            now = now.map((other) =>
              other === one
                ? what === 'text'
                  ? { ...one, text: `${one.text}另有规定的除外。` }
                  : { ...one, path: `${one.path} 附则` }
                : other,
            )
        }
        const fresh = indexOf(now),
          grown = indexOf(now, undefined, tokensOf(now, tokensOf(FEW)))
        const [a, b] = [new Ranking(fresh), new Ranking(grown)]
        for (const question of QUESTIONS) expect(firstOf(b, question)).toEqual(firstOf(a, question))
        expect(packIndex(grown).equals(packIndex(fresh))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a search is made of', () => {
  test('the best of many are those that sorting gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 99 }), { maxLength: 400 }),
        fc.integer({ min: 1, max: 20 }),
        (scores, most) => {
          const sorted = scores
            .map((_, at) => at)
            .filter((at) => (scores[at] as number) > 0 && at % 7 !== 3)
            .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
          const allowed = Int32Array.from(scores, (_, at) => (at % 7 === 3 ? 0 : -1))
          const numbers = Float32Array.from(scores, (one) => one / 9)
          const highest = Float32Array.from({ length: Math.ceil(scores.length / BLOCK) }, (_, b) =>
            Math.max(
              0,
              ...Array.from(numbers.subarray(b * BLOCK, (b + 1) * BLOCK)).filter(
                (_one, i) => allowed[b * BLOCK + i] !== 0,
              ),
            ),
          )
          expect(bestOf(numbers, highest, most, allowed)).toEqual(sorted.slice(0, most))
        },
      ),
    )
  })

  test('vectors are multiplied as by hand', () => {
    const byte = fc.integer({ min: -127, max: 127 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 9 }),
        fc.infiniteStream(byte),
        (pieces, count, stream) => {
          const dims = pieces * 16,
            next = () => stream.next().value as number
          const question = Int8Array.from({ length: dims }, next),
            vectors = Int8Array.from({ length: count * dims }, next)
          const byHand = Array.from({ length: count }, (_, v) =>
            question.reduce((sum, one, d) => sum + one * (vectors[v * dims + d] as number), 0),
          )
          expect([...scanOver(vectors, dims)(question)]).toEqual(byHand)
          const memory = sharedMemoryOf(vectors.length, 2 * PAGE),
            lying = new Int8Array(memory.buffer, 0, vectors.length)
          lying.set(vectors)
          // Two readers of the same vectors do not write over one another.
          const [first, second] = [1, 2].map(() => scanWithin(memory, lying, dims))
          const found = first?.(question)
          second?.(question.map((one) => -one))
          expect([...(found ?? [])]).toEqual(byHand)
          expect([...lying]).toEqual([...vectors])
          expect(scanWithin(memory, lying, dims)).toBeUndefined()
        },
      ),
    )
    expect(() => scanOver(new Int8Array(10), 10)).toThrow('multiple of 16')
  })
})
