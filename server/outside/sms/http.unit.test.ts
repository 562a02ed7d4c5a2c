import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { httpSms } from './http.ts'
import { simulatedSms } from './simulated.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function gateway(
  status: number,
  got: { body: string; signature: string | undefined; url: string | undefined }[],
): Promise<string> {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => {
      body += data.toString()
    })
    request.on('end', () => {
      got.push({ body, signature: request.headers['x-fatong-signature'] as string | undefined, url: request.url })
      response.writeHead(status).end('{}')
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
}

it('posts the text, signed with the key behind #', async () => {
  const got: { body: string; signature: string | undefined; url: string | undefined }[] = []
  const sms = httpSms(`${await gateway(200, got)}#s3cret`, () => 0)
  expect(await sms.send('13800001234', '您的验证码是 123456', 'code')).toEqual({ ok: true })
  expect(JSON.parse(got[0]?.body ?? '')).toEqual({
    phone: '13800001234',
    text: '您的验证码是 123456',
    purpose: 'code',
    sentAt: '1970-01-01T00:00:00.000Z',
  })
  expect(got[0]?.signature).toBe(
    `sha256=${createHmac('sha256', 's3cret')
      .update(got[0]?.body ?? '')
      .digest('hex')}`,
  )
  expect(got[0]?.url).toBe('/send')
})

it('answers a problem, and never throws, when the gateway refuses or is away', async () => {
  const address = await gateway(500, [])
  expect(await httpSms(address, () => 0).send('13800001234', 'x')).toEqual({
    ok: false,
    problem: 'the SMS gateway answered 500',
  })
  expect(await httpSms('http://127.0.0.1:1/', () => 0).send('13800001234', 'x')).toMatchObject({ ok: false })
})

it('is simulated in sample mode only', async () => {
  const kept: unknown[] = []
  const keep = async (message: unknown) => {
    kept.push(message)
  }
  expect(await simulatedSms(true, keep, () => {}).send('13800001234', 'x', 'code')).toEqual({ ok: true })
  expect(kept).toEqual([{ to: '13800001234', text: 'x', purpose: 'code' }])
  expect(await simulatedSms(false, keep, () => {}).send('13800001234', 'x')).toMatchObject({ ok: false })
  expect(kept).toHaveLength(1)
})
