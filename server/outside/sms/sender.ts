/** Why a message is sent; shown beside it where messages are only simulated. */
export type SmsPurpose = 'code' | 'notice'

export type SmsResult = { ok: true } | { ok: false; problem: string }

/** Sends one short text to a mainland mobile number. Answers a problem instead of throwing; the outbox tries again. */
export interface SmsSender {
  send(to: string, text: string, purpose?: SmsPurpose): Promise<SmsResult>
}
