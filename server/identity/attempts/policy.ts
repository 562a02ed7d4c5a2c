/** How often something may be tried, and how long it is shut afterwards. */
export interface AttemptPolicy {
  /** the attempt with this number shuts the door behind it */
  limit: number
  /** first time it is shut, seconds; doubles with every further attempt */
  shutSeconds: number
  longestSeconds: number
  /** after so long without an attempt counting starts anew, seconds */
  forgetSeconds: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** An address is often a whole village office, so addresses have more room than accounts and phones. */
export const POLICIES = {
  /** 5 wrong passwords: 1 minute, then 2, 4 ... up to 24 hours */
  account: { limit: 5, shutSeconds: MINUTE, longestSeconds: DAY, forgetSeconds: DAY },
  address: { limit: 30, shutSeconds: MINUTE, longestSeconds: DAY, forgetSeconds: HOUR },
  /** one code a minute to a phone */
  codeResend: { limit: 1, shutSeconds: MINUTE, longestSeconds: MINUTE, forgetSeconds: MINUTE },
  /** 10 codes to a phone that nobody uses to sign in: an hour, then 2, 4 ... */
  codesOfPhone: { limit: 10, shutSeconds: HOUR, longestSeconds: DAY, forgetSeconds: DAY },
  codesOfAddress: { limit: 60, shutSeconds: 10 * MINUTE, longestSeconds: DAY, forgetSeconds: HOUR },
  /** wrong codes typed from one address */
  guessesOfAddress: { limit: 40, shutSeconds: 10 * MINUTE, longestSeconds: DAY, forgetSeconds: HOUR },
  /** questions left for a person by one citizen: after ten a pause of an hour */
  questionsOfPerson: { limit: 10, shutSeconds: HOUR, longestSeconds: DAY, forgetSeconds: 6 * HOUR },
  /** answers called wrong from one address */
  flagsOfAddress: { limit: 30, shutSeconds: 10 * MINUTE, longestSeconds: HOUR, forgetSeconds: HOUR },
} as const satisfies Record<string, AttemptPolicy>
export type AttemptKind = keyof typeof POLICIES

/** A limit by address widens with RATE_LIMIT_FACTOR; 0 lifts it (measurements only). Accounts and phones keep theirs. */
export function policyFor(kind: AttemptKind, rateLimitFactor: number): AttemptPolicy | undefined {
  const policy = POLICIES[kind]
  switch (kind) {
    case 'address':
    case 'codesOfAddress':
    case 'guessesOfAddress':
    case 'flagsOfAddress':
      return rateLimitFactor === 0
        ? undefined
        : { ...policy, limit: Math.max(1, Math.round(policy.limit * rateLimitFactor)) }
    case 'account':
    case 'codeResend':
    case 'codesOfPhone':
    case 'questionsOfPerson':
      return policy
    default:
      return kind satisfies never
  }
}
