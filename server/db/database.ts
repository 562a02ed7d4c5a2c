import type pg from 'pg'
import { openChanges } from './changes.ts'
import type { CaseChange, Changes } from './changes.ts'
import { committer } from './commit.ts'
import type { Committer } from './commit.ts'
import { openConnections } from './postgres.ts'
import type { Connections } from './postgres.ts'
import type { CommitOutcome, WriteSet } from './writeset.ts'

/** The database as actions and stores use it. */
export interface Database extends Connections, Committer, Pick<Changes, 'subscribe'> {
  /** Called after commits that put messages into the outbox, so that delivery need not wait for its next look. */
  onOutbox(wake: () => void): () => void
}

/** Opens the database of a service process. `close` waits for what is being written. */
export function openDatabase(
  connection: pg.ClientConfig,
  options: { max?: number; log?: (message: string) => void } = {},
): Database {
  const connections = openConnections(connection, options)
  const { commit, drained } = committer(connections)
  const changes = openChanges(connections, options.log)
  const wakes = new Set<() => void>()
  return {
    ...connections,
    drained,
    subscribe: changes.subscribe,
    async commit(set) {
      const outcome = await commit(set)
      const change = changeOf(set, outcome)
      if (change) changes.announce(change)
      if (outcome.ok && set.outbox?.length) for (const wake of wakes) wake()
      return outcome
    },
    onOutbox(wake) {
      wakes.add(wake)
      return () => void wakes.delete(wake)
    },
    async close() {
      await drained()
      await changes.close()
      await connections.close()
    },
  }
}

function changeOf({ stream }: WriteSet, outcome: CommitOutcome): CaseChange | undefined {
  if (!stream || !outcome.ok) return undefined
  const { id, number, agencyId, placeId, status } = stream.row
  const given = Object.entries(outcome.numbers).find(([slot]) => number === `#${slot}#`)?.[1]
  return { caseId: id, number: given ?? number, agencyId, placeId, status, version: outcome.version }
}
