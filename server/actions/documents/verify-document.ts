import { verifyDocument as route } from '@fatong/contract/citizen/case.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import type { z } from 'zod'
import { maskName } from '../../identity/masking/mask.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** 扫码核验: whoever holds the paper learns whether it is ours, and nothing the paper does not show. */
export async function verifyDocument(parts: Parts, _caller: Caller, { params }: InputOf<typeof route>): Promise<Outcome<z.infer<typeof route.reply>>> {
  const found = await parts.stores.documents.byVerifyCode(params.code)
  if (!found) return failed('notFound')
  const data = found.data as { applicant?: string; recipient?: string; objector?: string }
  return done({
    genuine: true, title: found.title, number: found.number, issuedOn: localDateOf(found.issuedAt), agency: found.agencyName,
    recipientMasked: maskName(data.applicant ?? data.recipient ?? data.objector ?? ''), sha256: found.pdfSha256,
  })
}
