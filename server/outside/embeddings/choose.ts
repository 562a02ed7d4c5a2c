import type { Config } from '../../config.ts'
import { embeddingsClient, type Embed } from './client.ts'

/** Longer than anybody waits for it: what comes late is kept for the next question. */
const LONGEST_MS = 10_000

/** The embeddings of the settings, or none. */
export function chosenEmbeddings(config: Pick<Config, 'embeddingsUrl' | 'embeddingsKey' | 'embeddingsModel'>): {
  embed?: Embed
} {
  const { embeddingsUrl: url, embeddingsKey: key, embeddingsModel: model } = config
  if (url === undefined || model === undefined) return {}
  return { embed: embeddingsClient({ url, model, ...(key === undefined ? {} : { key }), longestMs: LONGEST_MS }) }
}
