import type { ReplyOf } from '@fatong/contract/route.ts'
import type { submitApplication } from '@fatong/contract/citizen/draft.ts'

export type KeptReceipt = ReplyOf<typeof submitApplication> & { applicantName: string }
const KEY = 'fatong.receipt'
let last: KeptReceipt | null = null

/** The last receipt of this window, so that a reload shows it again. */
export function keepReceipt(receipt: KeptReceipt): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(receipt))
  } catch {
    // it stays readable until this page is closed
  }
  last = receipt
}
export function keptReceipt(): KeptReceipt | null {
  try {
    return last ?? (JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as KeptReceipt | null)
  } catch {
    return last
  }
}
