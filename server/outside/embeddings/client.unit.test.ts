import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { embeddingsClient } from './client.ts'

interface Asked {
  url: string
  authorization: string | undefined
  body: { model: string; input: string[] }
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server that speaks the protocol, as it is told to. */
async function speaking(answer: (response: ServerResponse, asked: Asked) => void, longestMs = 300) {
  const asked: Asked[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => {
      body += data.toString()
    })
    request.on('end', () => {
      const one = {
        url: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(body) as Asked['body'],
      }
      asked.push(one)
      answer(response, one)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return { asked, embed: embeddingsClient({ url: `${url}/`, key: 'sk-test', model: 'small', longestMs }) }
}
const json = (response: ServerResponse, value: unknown) => {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(typeof value === 'string' ? value : JSON.stringify(value))
}
const data = (...vectors: unknown[]) => ({ data: vectors.map((embedding, index) => ({ index, embedding })) })

describe('a server that behaves', () => {
  it('is asked in its protocol; vectors come back in order and of unit length', async () => {
    const { asked, embed } = await speaking((response) => {
      json(response, {
        data: [
          { index: 1, embedding: [0, 2] },
          { index: 0, embedding: [3, 4] },
        ],
      })
    }, 20_000)
    expect((await embed(['甲', '乙']))?.map((one) => [...one].map((number) => Math.round(number * 100) / 100))).toEqual(
      [
        [0.6, 0.8],
        [0, 1],
      ],
    )
    expect(asked).toMatchObject([
      { url: '/v1/embeddings', authorization: 'Bearer sk-test', body: { model: 'small', input: ['甲', '乙'] } },
    ])
  })

  it('is not asked for nothing', async () => {
    const { asked, embed } = await speaking((response) => {
      json(response, data())
    })
    expect(await embed([])).toEqual([])
    expect(asked).toEqual([])
  })
})

describe('a server that does not', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    [
      'refuses',
      (response) => {
        response.writeHead(401).end('{"error":"no"}')
      },
    ],
    [
      'fails',
      (response) => {
        response.writeHead(500).end()
      },
    ],
    ['never answers', () => {}],
    [
      'answers drop by drop',
      (response) => {
        response.writeHead(200)
        const timer = setInterval(() => response.write(' '), 20)
        response.on('close', () => {
          clearInterval(timer)
        })
      },
    ],
    [
      'breaks off',
      (response) => {
        response.writeHead(200)
        response.write('{"data":[{"ind')
        setTimeout(() => response.destroy(), 20)
      },
    ],
    [
      'sends no JSON',
      (response) => {
        json(response, '<html>')
      },
    ],
    [
      'sends another shape',
      (response) => {
        json(response, { data: 'none' })
      },
    ],
    [
      'sends too few',
      (response) => {
        json(response, data([1, 2]))
      },
    ],
    [
      'sends one twice',
      (response) => {
        json(response, {
          data: [
            { index: 0, embedding: [1, 2] },
            { index: 0, embedding: [1, 2] },
          ],
        })
      },
    ],
    [
      'sends vectors of different lengths',
      (response) => {
        json(response, data([1, 2], [1, 2, 3]))
      },
    ],
    [
      'sends empty vectors',
      (response) => {
        json(response, data([], []))
      },
    ],
    [
      'says NaN',
      (response) => {
        json(response, '{"data":[{"index":0,"embedding":[NaN,1]},{"index":1,"embedding":[1,1]}]}')
      },
    ],
    [
      'says null for a number',
      (response) => {
        json(response, data([null, 1], [1, 1]))
      },
    ],
    [
      'writes numbers as words',
      (response) => {
        json(response, data(['NaN', '1'], [1, 1]))
      },
    ],
    [
      'sends what has no end',
      (response) => {
        json(response, '{"data":[{"index":0,"embedding":[1e999,1]},{"index":1,"embedding":[1,1]}]}')
      },
    ],
    [
      'sends nothing but noughts',
      (response) => {
        json(response, data([0, 0], [1, 1]))
      },
    ],
    [
      'pours without end',
      (response) => {
        response.writeHead(200)
        const pour = () => {
          while (!response.destroyed && response.write('1'.repeat(1 << 20)));
        }
        response.on('drain', pour)
        pour()
      },
    ],
    [
      'sends to another address',
      (response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
      },
    ],
  ])('%s: there are no vectors, and nothing is thrown', async (_what, answer) => {
    const { embed } = await speaking(answer)
    expect(await embed(['甲', '乙'])).toBeUndefined()
  })

  it('is away', async () => {
    expect(await embeddingsClient({ url: 'http://127.0.0.1:1/v1', model: 'm', longestMs: 300 })(['甲'])).toBeUndefined()
  })
})
