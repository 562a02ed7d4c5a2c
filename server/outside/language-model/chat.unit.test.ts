import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { chatModel, type ChatSettings } from './chat.ts'

interface Asked {
  url: string
  authorization: string | undefined
  body: { model: string; stream: boolean; messages: { role: string; content: string }[] }
}
type Answer = (response: ServerResponse, attempt: number, request: IncomingMessage) => void

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server that speaks the protocol, as it is told to. */
async function speaking(
  answer: Answer,
): Promise<{ asked: Asked[]; model: (more?: Partial<ChatSettings>) => ReturnType<typeof chatModel> }> {
  const asked: Asked[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => {
      body += data.toString()
    })
    request.on('end', () => {
      asked.push({
        url: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(body) as Asked['body'],
      })
      answer(response, asked.length, request)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return {
    asked,
    model: (more = {}) =>
      chatModel({ url, key: 'sk-test', model: 'small', patienceMs: 5_000, silenceMs: 1_000, retries: 2, ...more }),
  }
}

const MESSAGES = [
  { role: 'system' as const, content: '改写' },
  { role: 'user' as const, content: '老板不给工资' },
]
const delta = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`
const stream = (response: ServerResponse, ...pieces: string[]) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const piece of pieces) response.write(piece)
}

describe('a server that behaves', () => {
  it('is asked in its protocol and answers in a stream, cut wherever it likes', async () => {
    const { asked, model } = await speaking((response) => {
      const whole = Buffer.from(`: hello\n\n${delta('老板要')}${delta('给工资。')}data: [DONE]\n\n`)
      stream(response)
      for (let at = 0; at < whole.length; at += 7) response.write(whole.subarray(at, at + 7))
      response.end()
    })
    expect(await model()(MESSAGES)).toBe('老板要给工资。')
    expect(asked).toMatchObject([
      {
        url: '/v1/chat/completions',
        authorization: 'Bearer sk-test',
        body: { model: 'small', stream: true, messages: MESSAGES },
      },
    ])
  })

  it('may answer in one piece, and think aloud without being heard', async () => {
    const { model } = await speaking((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ choices: [{ message: { content: '好。', reasoning_content: '我想想' } }] }))
    })
    expect(await model()(MESSAGES)).toBe('好。')
  })

  it('is asked again when it was busy', async () => {
    const { asked, model } = await speaking((response, attempt) => {
      if (attempt === 1) response.writeHead(503).end('busy')
      else stream(response, delta('行'), 'data: [DONE]\n\n')
      response.end()
    })
    expect(await model()(MESSAGES)).toBe('行')
    expect(asked).toHaveLength(2)
  })
})

describe('a server that does not', () => {
  it.each<[string, Answer]>([
    ['refuses the key', (response) => response.writeHead(401).end('{"error":"no"}')],
    ['is always busy', (response) => response.writeHead(429).end()],
    [
      'breaks off in the middle',
      (response) => {
        stream(response, delta('老板'))
        response.destroy()
      },
    ],
    [
      'ends without its end mark',
      (response) => {
        stream(response, delta('老板'))
        response.end()
      },
    ],
    [
      'sends no JSON',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('<html>')
      },
    ],
    [
      'sends broken JSON in its stream',
      (response) => {
        stream(response, 'data: {"choices": [\n\n')
        response.end()
      },
    ],
    [
      'sends another shape',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":"none","text":7}')
      },
    ],
    [
      'says nothing',
      (response) => {
        stream(response, 'data: [DONE]\n\n')
        response.end()
      },
    ],
    ['sends to another address', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ])('%s: there is no rephrasing, and nothing is thrown', async (_what, answer) => {
    const { model } = await speaking(answer)
    expect(await model({ retries: 1 })(MESSAGES)).toBeUndefined()
  })

  it('never ends: it is cut off', async () => {
    const { model } = await speaking((response) => {
      stream(response)
      const pour = () => {
        while (!response.destroyed && response.write(delta('啊'.repeat(500))));
      }
      response.on('drain', pour)
      pour()
    })
    expect(await model()(MESSAGES)).toBeUndefined()
  })

  it('falls silent: it is given up', async () => {
    const { model } = await speaking((response) => {
      stream(response, delta('老板'))
    })
    expect(await model({ silenceMs: 50, retries: 0 })(MESSAGES)).toBeUndefined()
  })

  it('never answers: patience ends', async () => {
    const { model } = await speaking(() => {})
    expect(await model({ patienceMs: 100 })(MESSAGES)).toBeUndefined()
  })

  it('is away', async () => {
    expect(
      await chatModel({ url: 'http://127.0.0.1:1/v1', model: 'm', patienceMs: 2_000, silenceMs: 500, retries: 1 })(
        MESSAGES,
      ),
    ).toBeUndefined()
  })
})
