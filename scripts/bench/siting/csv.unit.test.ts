import { describe, expect, it } from 'vitest'
import { namedProblem } from './csv.ts'
import { orLibrary } from './orlib.ts'

const read = (costs: string, weights?: string) =>
  namedProblem({ text: costs, file: 'c.csv' }, weights === undefined ? undefined : { text: weights, file: 'w.csv' })

describe('a cost matrix from outside', () => {
  it('columns in any order, a BOM, Windows line ends, quotes, further columns; sites are not demands', () => {
    const problem = read(
      '\uFEFFcost,note,Site,demand\r\n1.5,x,"S, 1",A\r\n2,,S2,A\r\n"3",y,S2,"B ""b"""\r\n\r\n',
      'weight,demand\r\n7,"B ""b"""\r\n5,A\r\n',
    )
    expect(problem).toEqual({
      demands: ['A', 'B "b"'],
      sites: ['S, 1', 'S2'],
      cost: Float64Array.of(1.5, 2, Infinity, 3),
      weights: Float64Array.of(5, 7),
    })
  })
  it('without a header, without weights, with a demand nobody reaches, no line end at the end', () => {
    expect(read('a,x,4\na,y,inf\nb,x,0')).toMatchObject({
      cost: Float64Array.of(4, Infinity, 0, Infinity),
      weights: Float64Array.of(1, 1),
    })
    expect(read('a,x,4', 'a,2\nc,3')).toMatchObject({ demands: ['a', 'c'], cost: Float64Array.of(4, Infinity) })
  })
  it.each([
    ['', undefined, 'c.csv: the file is empty'],
    ['demand,site,cost\n', undefined, 'no rows below the header'],
    ['demand,place,cost\na,b,1', undefined, 'line 1: the column "site" is missing'],
    ['von,nach,zeit\na,b,1', undefined, 'must name the columns demand, site, cost'],
    ['demand,site,cost\na,b', undefined, 'line 2: 2 fields, at least 3'],
    ['demand,site,cost\na,,1', undefined, 'line 2: site is empty'],
    ['demand,site,cost\na,b,fern', undefined, 'line 2: cost "fern" is not a number'],
    ['demand,site,cost\r\n\r\na,b,-1', undefined, 'line 3: cost -1 is negative'],
    [
      'demand,site,cost\na,b,1\na,b,2',
      undefined,
      'line 3: demand "a" and site "b" have another cost already in line 2',
    ],
    ['a,b,1', 'c,1', 'demand "a" has no weight'],
    ['a,b,1', 'a,1\na,2', 'another weight'],
    ['a,b,1', 'demand,weight\na,inf', 'is not a number'],
  ] as const)('%j: %s', (costs, weights, says) => {
    expect(() => read(costs, weights)).toThrow(says)
  })
  it('a million cells are read without keeping their text', () => {
    const text = [
      'demand,site,cost',
      ...Array.from({ length: 1_000_000 }, (_, at) => `d${at % 1000},s${Math.floor(at / 1000)},${at % 97}`),
    ].join('\n')
    expect(read(text).cost.length).toBe(1_000_000)
  })
})

describe('OR-Library', () => {
  it('the last of two edges counts, costs are shortest paths', () => {
    expect([...orLibrary('3 3 1\n1 2 9\n2 1 4\n2 3 2\n', 'p.txt').cost]).toEqual([0, 4, 6, 4, 0, 2, 6, 2, 0])
  })
  it.each([
    ['3 2 1\n1 2 9\n', '2 edges are announced, 1 are there'],
    ['3 1 1\n1 4 9\n', 'line 2: there is no node 4'],
    ['3 1 0\n1 2 9\n', 'at least 1'],
    ['3 1 1\n1 2 x\n', 'line 2: three numbers are needed'],
  ] as const)('%j', (text, says) => {
    expect(() => orLibrary(text, 'p.txt')).toThrow(says)
  })
})
