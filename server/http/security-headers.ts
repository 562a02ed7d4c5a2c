import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'

declare module 'fastify' {
  interface FastifyReply {
    styleNonce: string
  }
}

/**
 * One strict policy for all pages. The desk's component kit adds style elements at run time, hence a nonce there;
 * blob: serves previews of photos and documents made in the browser.
 */
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
const plainPolicy = policy('')

export function setSecurityHeaders(app: FastifyInstance, settings: { secureCookies: boolean }): void {
  app.decorateReply('styleNonce', '')
  app.addHook('onRequest', (request, reply, done) => {
    const desk = request.url.startsWith('/desk')
    if (desk) reply.styleNonce = randomBytes(16).toString('base64')
    reply.headers({
      'Content-Security-Policy': desk ? policy(reply.styleNonce) : plainPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'X-Frame-Options': 'SAMEORIGIN',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(self), payment=()',
    })
    if (settings.secureCookies) reply.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    done()
  })
}
