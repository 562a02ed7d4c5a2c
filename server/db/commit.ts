import pg from 'pg'
import { payloadOf } from './commit/payload.ts'
import type { Payload } from './commit/payload.ts'
import { MicroBatch } from './microbatch.ts'
import { connect } from './postgres.ts'
import type { Connections } from './postgres.ts'
import type { CommitOutcome, WriteSet } from './writeset.ts'

export type { CommitOutcome, WriteSet } from './writeset.ts'
export { newSlot } from './writeset.ts'

/** Raised when the database could not write a set for a reason nobody expects: a bug, or a lost connection. */
export class CommitFailed extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`commit failed (${code}): ${message}`)
  }
}

type Answer = CommitOutcome | { ok: false; reason: 'failed'; code: string; message: string }
type Placed = Answer & { i: number }

/** Two transactions that wait for each other: one of them is ended by PostgreSQL and may simply be tried again. */
const TRY_AGAIN = new Set(['40P01', '40001'])
const ATTEMPTS = 4

export interface Committer {
  /** Answers after the commit is durable. Throws CommitFailed for bugs only. */
  commit(set: WriteSet): Promise<CommitOutcome>
  drained(): Promise<void>
}

/**
 * The only way to write casework. Write sets that arrive while others are being written leave together, in one call and
 * one commit, so that one flush to disk serves many callers. A call has a large cost of its own: under load it waits
 * until `enough` are together, as long as every turn of the event loop brings more.
 */
export function committer(connections: Connections, { max = 64, lanes = 2, enough = 8 } = {}): Committer {
  const batches = new MicroBatch<WriteSet, Answer>((sets) => writeBatch(connections, sets), {
    max,
    lanes,
    enough,
    apart: sameKeyOrCase,
  })
  const commit = async (set: WriteSet): Promise<CommitOutcome> => {
    for (let attempt = 1; ; attempt++) {
      const answer = await batches.call(set)
      if (answer.ok || answer.reason !== 'failed') return answer
      if (!TRY_AGAIN.has(answer.code) || attempt === ATTEMPTS) throw new CommitFailed(answer.code, answer.message)
    }
  }
  return { commit, drained: () => batches.drained() }
}

/** A second write to one case, or under one key, can only be judged after the first one. */
function sameKeyOrCase(set: WriteSet, batch: WriteSet[]): boolean {
  const caseId = set.stream?.caseId
  const key = set.idempotencyKey
  return batch.some(
    (other) =>
      (caseId !== undefined && other.stream?.caseId === caseId) ||
      (key !== undefined && other.idempotencyKey?.key === key.key && other.idempotencyKey.scope === key.scope),
  )
}

/** All in one call; when one of them cannot even be sent or read, each in a call of its own. */
async function writeBatch(connections: Connections, sets: WriteSet[]): Promise<Answer[]> {
  const answers = await callTogether(connections, sets)
  if (sets.length === 1) return answers
  const failed = answers.flatMap((answer, i) => (!answer.ok && answer.reason === 'failed' ? [i] : []))
  for (const i of failed) answers[i] = (await callTogether(connections, [sets[i]!]))[0]!
  return answers
}

async function callTogether(connections: Connections, sets: WriteSet[]): Promise<Answer[]> {
  const failed = (code: string, message: string) =>
    sets.map(() => ({ ok: false as const, reason: 'failed' as const, code, message }))
  let payload: Payload
  try {
    payload = payloadOf(sets)
  } catch (error) {
    return failed('payload', String(error))
  }
  const { callers, cases, tables, texts, order } = payload
  const client = await connect(connections)
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ answers: Placed[] }>({
      name: 'commit_batch',
      text: 'SELECT fatong.commit_batch($1, $2, $3, $4) AS answers',
      values: [callers, cases, tables, texts],
    })
    const answers: Answer[] = []
    for (const { i, ...answer } of rows[0]!.answers)
      answers[order[i]!] = answer.ok || answer.reason !== 'keyReused' ? answer : { ok: false, reason: 'keyReused' }
    return answers
  } catch (error) {
    // The server said no to the whole call: nothing was written. Without its word (a lost connection) whether it was
    // written is unknown, and the caller repeats the request with its idempotency key.
    if (error instanceof pg.DatabaseError && error.code !== undefined && !error.code.startsWith('57'))
      return failed(error.code, error.message)
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}
