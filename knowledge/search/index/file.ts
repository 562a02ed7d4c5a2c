/** An index as a file, read back in a second: postings and columns as they lie in memory, sources as text that is read only when shown. */
import { type SharedMemory } from '../rank/wasm.ts'
import { type Source } from '../searcher.ts'
import { type SearchIndex } from './index.ts'
import { pack, type Parts, unpack, type Unpacked } from './pack.ts'
import { type Postings } from './postings.ts'
import { type SourceColumns } from './sources.ts'
import { type Kept } from './vectors.ts'

/** Changes with everything that changes what an index holds: an older file is then built anew. */
export const INDEX_FORMAT = 'index-1'
export const KEPT_FORMAT = 'kept-1'

/** Most questions are about the same few articles. */
const REMEMBERED = 3000

interface IndexMeta {
  count: number
  chapters: number
  dims: number
  model?: string
  steps: Record<string, number>
}
const POSTINGS = ['words', 'pairs', 'heads', 'chapters'] as const
const BYTE_COLUMNS = ['kind', 'lawKind', 'status', 'topic'] as const
const LONG_COLUMNS = ['from', 'until', 'law', 'chapter', 'runStart', 'runLength'] as const

export function packIndex(index: SearchIndex): Buffer {
  const { count, columns, terms, citations, vectors, model } = index
  const parts: Parts = {
    termWords: terms.words,
    termPairs: terms.pairs,
    laws: columns.laws,
    numbers: columns.numbers,
    ids: Array.from({ length: count }, (_, at) => index.idAt(at)),
    length: columns.length,
    marks: columns.marks,
  }
  const steps: Record<string, number> = {}
  for (const name of POSTINGS) {
    const postings = index[name]
    parts[`${name}.starts`] = postings.starts
    parts[`${name}.units`] = postings.units
    parts[`${name}.impacts`] = postings.impacts
    parts[`${name}.idf`] = postings.idf
    steps[name] = postings.step
  }
  for (const name of [...BYTE_COLUMNS, ...LONG_COLUMNS]) parts[`column.${name}`] = columns[name]
  for (const name of ['cited', 'mentions', 'starts', 'targets'] as const) parts[`citations.${name}`] = citations[name]
  if (vectors !== undefined) parts.vectors = vectors
  const bodies = Array.from({ length: count }, (_, at) => Buffer.from(JSON.stringify(index.sourceAt(at))))
  const starts = new Uint32Array(count + 1)
  bodies.forEach((body, at) => (starts[at + 1] = starts[at]! + body.length))
  parts.bodyStarts = starts
  parts.bodies = new Uint8Array(Buffer.concat(bodies))
  const meta: IndexMeta = {
    count,
    chapters: columns.chapters,
    dims: vectors === undefined ? 0 : vectors.length / Math.max(1, count),
    model,
    steps,
  }
  return pack(INDEX_FORMAT, meta, parts)
}

/** `memory`: what `file` lies in, when other threads read it too. */
export function unpackIndex(file: Buffer, memory?: SharedMemory): SearchIndex | undefined {
  const read = unpack<IndexMeta>(file, INDEX_FORMAT)
  if (read === undefined) return undefined
  const { meta } = read
  const columns = Object.fromEntries([
    ...BYTE_COLUMNS.map((name) => [name, read.numbers(`column.${name}`, Uint8Array)]),
    ...LONG_COLUMNS.map((name) => [name, read.numbers(`column.${name}`, Uint32Array)]),
    ['length', read.numbers('length', Uint16Array)],
    ['marks', read.numbers('marks', Uint16Array)],
    ['laws', read.lines('laws')],
    ['numbers', read.lines('numbers')],
    ['chapters', meta.chapters],
  ]) as unknown as SourceColumns
  const starts = read.numbers('bodyStarts', Uint32Array),
    bodies = read.bytes('bodies')
  const shown = new Map<number, Source>()
  const sourceAt = (at: number): Source => {
    let source = shown.get(at)
    if (source === undefined) {
      source = JSON.parse(bodies.toString('utf8', starts[at]!, starts[at + 1]!)) as Source
      const first = shown.keys().next().value
      if (shown.size >= REMEMBERED && first !== undefined) shown.delete(first)
      shown.set(at, source)
    }
    return source
  }
  const list = read.lines('ids')
  let ids: Map<string, number> | undefined
  return {
    count: meta.count,
    columns,
    terms: { words: read.lines('termWords'), pairs: read.lines('termPairs') },
    words: postings(read, 'words'),
    pairs: postings(read, 'pairs'),
    heads: postings(read, 'heads'),
    chapters: postings(read, 'chapters'),
    citations: {
      cited: read.numbers('citations.cited', Uint16Array),
      mentions: read.numbers('citations.mentions', Uint32Array),
      starts: read.numbers('citations.starts', Uint32Array),
      targets: read.numbers('citations.targets', Uint32Array),
    },
    ...(memory === undefined ? {} : { memory }),
    ...(meta.dims === 0 ? {} : { vectors: read.numbers('vectors', Int8Array), model: meta.model }),
    sourceAt,
    idAt: (at) => list[at]!,
    ids: () => (ids ??= new Map(list.map((id, at) => [id, at]))),
  }
}

const postings = (read: Unpacked<IndexMeta>, name: (typeof POSTINGS)[number]): Postings => ({
  starts: read.numbers(`${name}.starts`, Uint32Array),
  units: read.numbers(`${name}.units`, Uint32Array),
  impacts: read.numbers(`${name}.impacts`, Uint16Array),
  idf: read.numbers(`${name}.idf`, Float32Array),
  step: read.meta.steps[name]!,
})

/** The split texts and their vectors, kept beside the index for the next build. */
export function packKept({ tokens: { words, pairs, prints }, vectors, model }: Kept): Buffer {
  const parts: Parts = { prints }
  for (const [name, kind] of [
    ['words', words],
    ['pairs', pairs],
  ] as const) {
    parts[`${name}.list`] = kind.list
    for (const part of ['head', 'text'] as const) {
      parts[`${name}.${part}.starts`] = kind[part].starts
      parts[`${name}.${part}.terms`] = kind[part].terms
    }
  }
  if (vectors !== undefined) parts['vectors'] = vectors
  return pack(KEPT_FORMAT, { model: vectors && model }, parts)
}

export function unpackKept(file: Buffer): Kept | undefined {
  const read = unpack<{ model?: string }>(file, KEPT_FORMAT)
  if (read === undefined) return undefined
  const kind = (name: string) => ({
    list: read.lines(`${name}.list`),
    head: {
      starts: read.numbers(`${name}.head.starts`, Uint32Array),
      terms: read.numbers(`${name}.head.terms`, Uint32Array),
    },
    text: {
      starts: read.numbers(`${name}.text.starts`, Uint32Array),
      terms: read.numbers(`${name}.text.terms`, Uint32Array),
    },
  })
  const { model } = read.meta
  return {
    tokens: { words: kind('words'), pairs: kind('pairs'), prints: read.lines('prints') },
    ...(model === undefined ? {} : { vectors: read.numbers('vectors', Int8Array), model }),
  }
}
