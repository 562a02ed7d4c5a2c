import type { AskModel } from '@fatong/knowledge/rephrase/rephrase.ts'
import { deltasOf } from './stream.ts'

export interface ChatSettings {
  /** Up to and with `/v1`. */
  url: string
  key?: string
  model: string
  /** For the whole reply, retries included. */
  patienceMs: number
  /** A stream that is silent for so long has died. */
  silenceMs: number
  retries: number
}

/** A rephrasing is short; whoever sends more is not answering the question. */
const LONGEST = 8_000
const BUSY = [408, 429, 500, 502, 503, 504]

/**
 * A client of the chat protocol that many servers speak (OpenAI's, Qwen's, DeepSeek's, local ones). Asks for a stream and takes a
 * plain reply too. Resolves to the words, or to undefined when there are none to be had; never throws.
 */
export function chatModel(settings: ChatSettings): AskModel {
  const address = new URL(`${settings.url.replace(/\/+$/, '')}/chat/completions`)
  return async (messages) => {
    const deadline = AbortSignal.timeout(settings.patienceMs)
    for (let attempt = 0; attempt <= settings.retries && !deadline.aborted; attempt += 1) {
      if (attempt > 0) await pause(200 * 2 ** attempt, deadline)
      const given = await once(
        address,
        settings,
        JSON.stringify({ model: settings.model, messages, stream: true, temperature: 0.2, max_tokens: 800 }),
        deadline,
      )
      if (given !== 'again') return given === '' ? undefined : given
    }
    return undefined
  }
}

/** The words, nothing when the server refuses or lies, or `again` when trying once more makes sense. */
async function once(
  address: URL,
  { key, silenceMs }: ChatSettings,
  body: string,
  deadline: AbortSignal,
): Promise<string | 'again' | undefined> {
  const silence = new AbortController()
  let timer = setTimeout(() => {
    silence.abort()
  }, silenceMs)
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      silence.abort()
    }, silenceMs)
  }
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.any([deadline, silence.signal]),
      headers: {
        'Content-Type': 'application/json',
        Accept: 'text/event-stream, application/json',
        ...(key ? { Authorization: `Bearer ${key}` } : {}),
      },
    })
    if (!answer.ok || !answer.body) {
      await answer.body?.cancel()
      return BUSY.includes(answer.status) ? 'again' : undefined
    }
    const streamed = (answer.headers.get('content-type') ?? '').includes('event-stream')
    let text = ''
    for await (const delta of deltasOf(answer.body, streamed, heard)) {
      text += delta
      if (text.length > LONGEST) return undefined
    }
    return text
  } catch {
    // Cut off, refused, timed out or no JSON: one more try while there is time.
    return 'again'
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    signal.addEventListener('abort', over)
  })
}
