/** Vectors of texts, in their order and of unit length; undefined when there are none to be had. Never throws. */
export type Embed = (texts: readonly string[]) => Promise<Float32Array[] | undefined>

export interface EmbeddingsSettings {
  /** Up to and with `/v1`. */
  url: string
  key?: string
  model: string
  /** A request is given up after this. */
  longestMs: number
}

/** Twenty texts of a few thousand numbers each fit well; whoever sends more is not answering. */
const LARGEST_REPLY = 16 * 1024 * 1024
const MOST_DIMENSIONS = 8192

/** A client of the embeddings protocol that many servers speak (OpenAI's, Qwen's, local ones). */
export function embeddingsClient({ url, key, model, longestMs }: EmbeddingsSettings): Embed {
  const address = new URL(`${url.replace(/\/+$/, '')}/embeddings`)
  return async (texts) => {
    if (texts.length === 0) return []
    try {
      const answer = await fetch(address, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(longestMs),
        body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        },
      })
      if (!answer.ok || answer.body === null) {
        await answer.body?.cancel()
        return undefined
      }
      return vectorsIn(JSON.parse(await wholeOf(answer.body)), texts.length)
    } catch {
      // Refused, cut off, timed out, too long or no JSON.
      return undefined
    }
  }
}

async function wholeOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length
    if (size > LARGEST_REPLY) throw new Error('the reply is too long')
    pieces.push(read.value)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** `data[].embedding` by `data[].index`. One that is missing, of another length or no numbers makes all of them worthless. */
function vectorsIn(reply: unknown, count: number): Float32Array[] | undefined {
  const data = isRecord(reply) ? reply['data'] : undefined
  if (!Array.isArray(data) || data.length !== count) return undefined
  const vectors = new Array<Float32Array | undefined>(count).fill(undefined)
  let dimensions: number | undefined
  for (const one of data as unknown[]) {
    if (!isRecord(one) || !Array.isArray(one['embedding'])) return undefined
    const index = one['index'],
      numbers = one['embedding'] as unknown[]
    if (
      typeof index !== 'number' ||
      !Number.isInteger(index) ||
      index < 0 ||
      index >= count ||
      vectors[index] !== undefined
    )
      return undefined
    dimensions ??= numbers.length
    if (numbers.length !== dimensions || dimensions === 0 || dimensions > MOST_DIMENSIONS) return undefined
    const unit = unitOf(numbers)
    if (unit === undefined) return undefined
    vectors[index] = unit
  }
  return vectors as Float32Array[]
}

function unitOf(numbers: readonly unknown[]): Float32Array | undefined {
  let squares = 0
  for (const one of numbers) {
    if (typeof one !== 'number') return undefined
    squares += one * one
  }
  const length = Math.sqrt(squares)
  return Number.isFinite(length) && length > 0
    ? Float32Array.from(numbers as number[], (one) => one / length)
    : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
