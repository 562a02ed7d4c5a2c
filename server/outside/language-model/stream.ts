/** Pieces of text out of a reply: of a stream of server-sent events, or of one JSON object. Throws when it is neither. */

/** A line or a reply longer than this is no chat. */
const LONGEST = 256 * 1024

export async function* deltasOf(
  body: ReadableStream<Uint8Array>,
  streamed: boolean,
  heard: () => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let held = ''
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    heard()
    held += decoder.decode(read.value, { stream: true })
    if (held.length > LONGEST) throw new Error('the reply is too long')
    if (!streamed) continue
    const lines = held.split(/\r?\n/)
    held = lines.pop() ?? ''
    for (const line of lines) {
      const data = dataOf(line)
      if (data === '[DONE]') return
      if (data !== undefined) yield pieceOf(JSON.parse(data))
    }
  }
  held += decoder.decode()
  if (!streamed) {
    yield pieceOf(JSON.parse(held))
    return
  }
  const data = dataOf(held)
  if (data !== undefined && data !== '[DONE]') yield pieceOf(JSON.parse(data))
  // A stream that ends without its end mark was cut off in the middle of a sentence.
  if (data !== '[DONE]') throw new Error('the stream broke off')
}

/** Lines of other fields, comments and blank lines say nothing. */
const dataOf = (line: string): string | undefined => (line.startsWith('data:') ? line.slice(5).trim() : undefined)

/** `choices[0].delta.content` of a stream, `choices[0].message.content` of a plain reply; thoughts of a model are not its answer. */
function pieceOf(reply: unknown): string {
  const choices = isRecord(reply) ? reply['choices'] : undefined
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined
  if (!isRecord(first)) return ''
  const said = first['delta'] ?? first['message']
  const content = isRecord(said) ? said['content'] : undefined
  return typeof content === 'string' ? content : ''
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
