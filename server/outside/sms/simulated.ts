import type { SmsPurpose, SmsSender } from './sender.ts'

export interface SimulatedMessage {
  to: string
  text: string
  purpose: SmsPurpose
}

/**
 * Sends nothing: in sample mode the desk and the server log show the text, codes included. Outside sample mode nobody may
 * read them, so there it fails and says what to set.
 */
export function simulatedSms(
  sampleMode: boolean,
  keep: (message: SimulatedMessage) => Promise<void>,
  log: (message: SimulatedMessage) => void,
): SmsSender {
  return {
    async send(to, text, purpose = 'notice') {
      if (!sampleMode) return { ok: false, problem: 'no SMS sender is set up: set SMS_SENDER=http and SMS_HTTP_URL' }
      const message = { to, text, purpose }
      await keep(message)
      log(message)
      return { ok: true }
    },
  }
}
