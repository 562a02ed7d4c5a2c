import { createHmac } from 'node:crypto'
import type { SmsSender } from './sender.ts'

const PATIENCE_MS = 10_000

/**
 * Posts {phone, text, purpose, sentAt} as JSON to a gateway of the district's choice. What stands behind # in the address is the
 * shared key: it is not sent, but signs the body (`X-Fatong-Signature: sha256=` HMAC-SHA256 in hex), so that the gateway
 * knows who asks. Any 2xx answer counts as taken.
 */
export function httpSms(address: string, now: () => number): SmsSender {
  const url = new URL(address)
  const key = decodeURIComponent(url.hash.slice(1))
  url.hash = ''
  return {
    async send(to, text, purpose = 'notice') {
      const body = JSON.stringify({ phone: to, text, purpose, sentAt: new Date(now()).toISOString() })
      const signature: Record<string, string> = key
        ? { 'X-Fatong-Signature': `sha256=${createHmac('sha256', key).update(body).digest('hex')}` }
        : {}
      try {
        const answer = await fetch(url, {
          method: 'POST',
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE_MS),
          headers: { 'Content-Type': 'application/json', ...signature },
        })
        await answer.body?.cancel()
        return answer.ok ? { ok: true } : { ok: false, problem: `the SMS gateway answered ${answer.status}` }
      } catch (error) {
        return {
          ok: false,
          problem: `the SMS gateway did not answer: ${error instanceof Error ? error.message : String(error)}`,
        }
      }
    },
  }
}
