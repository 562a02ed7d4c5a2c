import type { z } from 'zod'
import type { verifyDocument as route } from '@fatong/contract/citizen/case.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { maskName } from '../../identity/masking/mask.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

type Verdict = z.infer<typeof route.reply>
const NOT_OURS: Verdict = {
  genuine: false,
  title: '',
  number: '',
  issuedOn: '',
  agency: '',
  recipientMasked: '',
  sha256: null,
}

/** 扫码核验: who holds a paper learns whether it is ours, and no more of it than the paper itself shows. */
export async function verifyDocument(
  parts: Parts,
  _caller: Caller,
  { params }: InputOf<typeof route>,
): Promise<Outcome<Verdict>> {
  const found = await parts.stores.documents.byVerifyCode(params.code)
  if (!found) return done(NOT_OURS)
  const data = found.data as { agencyName?: string; applicant?: string; recipient?: string; objector?: string }
  return done({
    genuine: true,
    title: found.title,
    number: found.number,
    issuedOn: localDateOf(found.issuedAt),
    agency: data.agencyName ?? found.agencyName,
    recipientMasked: maskName(data.applicant ?? data.recipient ?? data.objector ?? ''),
    sha256: found.pdfSha256,
  })
}
