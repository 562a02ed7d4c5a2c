/** The words and character pairs of all sources as numbers, so that what has not changed is split only once. */
import { createHash } from 'node:crypto'
import { type Source } from '../searcher.ts'
import { pairsOf, wordsOf } from '../words.ts'

/** The terms of each source in order, one source after another; `starts` is one longer than there are sources. */
export interface TokenColumn {
  starts: Uint32Array
  terms: Uint32Array
}
export interface TokenKind {
  list: string[]
  head: TokenColumn
  text: TokenColumn
}
export interface Tokens {
  words: TokenKind
  pairs: TokenKind
  prints: string[]
}

/** Appendices of many pages would drown their own articles. */
const MOST_TEXT = 3000

export const headOf = ({ title, path, alsoAsked }: Source): string => `${title} ${path} ${alsoAsked ?? ''}`
const textOf = ({ text }: Source): string => text.slice(0, MOST_TEXT)

/** Two sources with the same print are split alike. */
export const printOf = (source: Source): string =>
  createHash('sha1')
    .update(`${headOf(source)}\u0000${textOf(source)}`)
    .digest('base64')
    .slice(0, 20)

class Collector {
  readonly list: string[] = []
  private readonly ids = new Map<string, number>()
  readonly head = new Growing()
  readonly text = new Growing()
  id(term: string): number {
    let id = this.ids.get(term)
    if (id === undefined) {
      id = this.list.length
      this.ids.set(term, id)
      this.list.push(term)
    }
    return id
  }
  kind(): TokenKind {
    return { list: this.list, head: this.head.column(), text: this.text.column() }
  }
}

class Growing {
  private terms = new Uint32Array(1 << 16)
  private used = 0
  private readonly starts: number[] = [0]
  push(term: number) {
    if (this.used === this.terms.length) {
      const wider = new Uint32Array(this.terms.length * 2)
      wider.set(this.terms)
      this.terms = wider
    }
    this.terms[this.used++] = term
  }
  close() {
    this.starts.push(this.used)
  }
  column(): TokenColumn {
    return { starts: Uint32Array.from(this.starts), terms: this.terms.slice(0, this.used) }
  }
}

/** Where each text stands among those that are known. */
export const placesOfPrints = (known: Tokens | undefined): Map<string, number> =>
  new Map(known?.prints.map((print, at) => [print, at]))

/** Splits all sources; those whose print is in `known` are taken over from there. */
export function tokensOf(sources: readonly Source[], known?: Tokens): Tokens {
  const before = placesOfPrints(known)
  const words = new Collector(),
    pairs = new Collector()
  // The new number of each known term, once it has one: looking every term up by its letters took half as long as splitting.
  const renumbered = {
    words: new Int32Array(known?.words.list.length ?? 0).fill(-1),
    pairs: new Int32Array(known?.pairs.list.length ?? 0).fill(-1),
  }
  const prints = sources.map((source) => {
    const print = printOf(source),
      at = before.get(print)
    for (const [into, kind, split] of [
      [words, 'words', wordsOf],
      [pairs, 'pairs', pairsOf],
    ] as const) {
      for (const part of ['head', 'text'] as const) {
        if (known !== undefined && at !== undefined) {
          const { list } = known[kind],
            { starts, terms } = known[kind][part],
            numbers = renumbered[kind]
          for (let i = starts[at]!; i < starts[at + 1]!; i++) {
            const term = terms[i]!
            if (numbers[term] === -1) numbers[term] = into.id(list[term]!)
            into[part].push(numbers[term]!)
          }
        } else {
          for (const term of split(part === 'head' ? headOf(source) : textOf(source))) into[part].push(into.id(term))
        }
        into[part].close()
      }
    }
    return print
  })
  return { words: words.kind(), pairs: pairs.kind(), prints }
}
