import { ERRORS, Problem, type ErrorCode } from '@fatong/contract/errors.ts'
import { words } from '../words/words.ts'

/** An answer of the server that is not a success, or no answer at all. Its message can be shown as it is. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }

  get code(): string {
    return this.problem.code
  }
  /** field path -> what to do */
  get fields(): Record<string, string> {
    return this.problem.fields ?? {}
  }
}

export const isProblem = (error: unknown, ...codes: (ErrorCode | 'offline')[]): error is ProblemError =>
  error instanceof ProblemError && (codes.length === 0 || codes.some((code) => code === error.code))

/** The network failed, so nothing is known about whether the server acted. */
export const offline = (): ProblemError =>
  new ProblemError({
    type: 'about:blank',
    title: words.network.offline,
    status: 0,
    code: 'offline',
    detail: words.network.offlineDetail,
  })

/** Reads problem+json; a reply of another kind (a proxy's page) becomes `unavailable`. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const parsed = Problem.safeParse(await response.json().catch(() => null))
  if (parsed.success) return new ProblemError(parsed.data)
  const { status, says } = ERRORS.unavailable
  return new ProblemError({ type: 'about:blank', title: says, status, code: 'unavailable', detail: says })
}

/** What to show for anything that was thrown. */
export const wordingOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.detail : ERRORS.unexpected.says
