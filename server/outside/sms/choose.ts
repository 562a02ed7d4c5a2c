import type { Config } from '../../config.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Stores } from '../../db/stores.ts'
import type { PersonalDataCrypto } from '../../identity/crypto/personal-data.ts'
import { maskPhone } from '../../identity/masking/mask.ts'
import { httpSms } from './http.ts'
import type { SmsSender } from './sender.ts'
import { simulatedSms } from './simulated.ts'

/** The sender the settings name. Simulated messages are shown at the desk and in the log, in sample mode only. */
export function smsSender(
  config: Pick<Config, 'smsSender' | 'smsHttpUrl' | 'sampleDistrict'>,
  stores: Pick<Stores, 'oversight'>,
  crypto: PersonalDataCrypto,
  clock: { now(): Instant },
  log: { info(data: object, message: string): void },
): SmsSender {
  if (config.smsSender === 'http' && config.smsHttpUrl) return httpSms(config.smsHttpUrl, () => clock.now())
  return simulatedSms(
    config.sampleDistrict,
    ({ to, text, purpose }) =>
      stores.oversight.keepSimulatedSms(
        { phoneMasked: maskPhone(to), phoneBidx: crypto.blindIndex('phone', to), purpose, text },
        clock.now(),
      ),
    ({ to, text }) => {
      log.info({ to: maskPhone(to), text }, 'simulated SMS')
    },
  )
}
