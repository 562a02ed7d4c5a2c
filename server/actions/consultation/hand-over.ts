import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import type { handOver as giveRoute, takeOver as takeRoute } from '@fatong/contract/consultation/ask.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { qrSvg } from '../../documents/qr.ts'
import { tokenHash } from '../../identity/crypto/personal-data.ts'
import { newToken } from '../../identity/session/sessions.ts'
import { takeAttempt } from '../admission.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openConsultation, readTalk, talkView } from './opened-session.ts'

/** Easily read aloud and typed: no letter that looks like a digit. 31^8 codes. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8
const MINUTES = 15

/** A code, and a QR code of it, with which another device goes on: from a screen that several people use to one's own phone, or from phone to phone. */
export async function handOver(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof giveRoute>,
): Promise<Outcome<z.infer<typeof giveRoute.reply>>> {
  const session = await openConsultation(parts, caller, params.id, draftSecret)
  if (!session) return failed('notFound')
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const until = (parts.clock.now() + MINUTES * 60_000) as Instant
  await parts.stores.consultations.giveCode(session.id, tokenHash(code), until)
  const url = `${parts.config.publicUrl}/ask/continue#${code}`
  return done({ code: `${code.slice(0, 4)} ${code.slice(4)}`, url, qrSvg: await qrSvg(url), until })
}

/** Goes on with a new secret: the device that gave the code, often one that others use next, knows nothing any more. */
export async function takeOver(
  parts: Parts,
  caller: Caller,
  { body }: InputOf<typeof takeRoute>,
): Promise<Outcome<z.infer<typeof takeRoute.reply>>> {
  const guesses = await takeAttempt(parts, 'guessesOfAddress', caller.ip)
  if (!guesses.ok) return failed('tooManyRequests', { retryAfterSeconds: guesses.retryAfterSeconds })
  const code = body.code.toUpperCase().replace(/[\s-]/g, '')
  const secret = newToken()
  const session = await parts.stores.consultations.takeByCode(
    tokenHash(code),
    tokenHash(secret),
    caller.kind === 'citizen' ? caller.personId : null,
    parts.clock.now(),
  )
  if (!session) return failed('wrongCode')
  await parts.stores.attempts.giveBack(guesses.key)
  return done({
    ...talkView(readTalk(parts, session), session),
    session: { id: session.id, secret, expiresAt: session.expiresAt },
  })
}
