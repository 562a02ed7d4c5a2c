/** A model as a file: bytes compressed, so that it can be kept with the source. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { pack, type Parts, unpack } from '../search/index/pack.ts'
import { FEATURES } from '../search/rank/names.ts'
import { type Sureness } from '../search/sureness.ts'
import { type Talk } from '../search/talk.ts'
import { type Model, type Provenance, type Ranker } from './model.ts'

export const MODEL_FORMAT = 'model-3'

interface ModelMeta {
  name: string
  provenance: Provenance
  dims: number
  translations: number
  gold: string[][]
  ranker?: Omit<Ranker, 'trees'>
  sureness?: Omit<Sureness, 'talk'> & { talk: Omit<Talk, 'weights'> }
  /** The features that the trees were grown on: trees of other rows are of no use. */
  features: readonly string[]
}

const TREES = ['roots', 'feature', 'threshold', 'left', 'right', 'value'] as const

export function packModel(model: Model): Buffer {
  const { name, provenance, dims, ranker, sureness } = model
  const parts: Parts = {
    vocabulary: model.vocabulary,
    weights: model.weights,
    table: model.table,
    tableScales: model.tableScales,
    ownTerms: model.ownTerms,
    own: model.own,
    ownScales: model.ownScales,
    memory: model.memory.vectors,
    memoryWeights: model.memory.weights,
  }
  model.translations.forEach((table, i) => {
    for (const part of ['from', 'starts', 'to', 'chances'] as const) parts[`translation.${i}.${part}`] = table[part]
  })
  if (ranker !== undefined) for (const part of TREES) parts[`trees.${part}`] = ranker.trees[part]
  if (sureness !== undefined) parts.talk = sureness.talk.weights
  const meta: ModelMeta = {
    name,
    provenance,
    dims,
    translations: model.translations.length,
    gold: model.memory.gold,
    features: FEATURES,
    ...(ranker === undefined ? {} : { ranker: { mix: ranker.mix } }),
    ...(sureness === undefined
      ? {}
      : { sureness: { ...sureness, talk: { step: sureness.talk.step, start: sureness.talk.start } } }),
  }
  return gzipSync(pack(MODEL_FORMAT, meta, parts), { level: 9 })
}

/** Undefined for a file that is no model of this version. */
export function unpackModel(file: Buffer): Model | undefined {
  const whole = unzipped(file),
    read = whole && unpack<ModelMeta>(whole, MODEL_FORMAT)
  if (read === undefined || read.meta.features.join() !== FEATURES.join()) return undefined
  const { meta } = read
  return {
    name: meta.name,
    provenance: meta.provenance,
    dims: meta.dims,
    vocabulary: read.lines('vocabulary'),
    weights: read.numbers('weights', Float32Array),
    table: read.numbers('table', Int8Array),
    tableScales: read.numbers('tableScales', Float32Array),
    ownTerms: read.numbers('ownTerms', Uint32Array),
    own: read.numbers('own', Int8Array),
    ownScales: read.numbers('ownScales', Float32Array),
    translations: Array.from({ length: meta.translations }, (_, i) => ({
      from: read.numbers(`translation.${i}.from`, Uint32Array),
      starts: read.numbers(`translation.${i}.starts`, Uint32Array),
      to: read.numbers(`translation.${i}.to`, Uint32Array),
      chances: read.numbers(`translation.${i}.chances`, Float32Array),
    })),
    memory: {
      vectors: read.numbers('memory', Int8Array),
      gold: meta.gold,
      weights: read.numbers('memoryWeights', Float32Array),
    },
    ...(meta.ranker === undefined
      ? {}
      : {
          ranker: {
            ...meta.ranker,
            trees: {
              roots: read.numbers('trees.roots', Uint32Array),
              feature: read.numbers('trees.feature', Int16Array),
              threshold: read.numbers('trees.threshold', Float32Array),
              left: read.numbers('trees.left', Uint32Array),
              right: read.numbers('trees.right', Uint32Array),
              value: read.numbers('trees.value', Float32Array),
            },
          },
        }),
    ...(meta.sureness === undefined
      ? {}
      : { sureness: { ...meta.sureness, talk: { ...meta.sureness.talk, weights: read.numbers('talk', Int8Array) } } }),
  }
}

function unzipped(file: Buffer): Buffer | undefined {
  try {
    return gunzipSync(file)
  } catch {
    return undefined
  }
}
