import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Status } from '@fatong/casework/vocabulary.ts'
import type { Connections } from './postgres.ts'

/** Something happened to a case. Carries nothing personal: whoever hears it asks for the case under their own rights. */
export interface CaseChange {
  caseId: string
  number: string
  agencyId: string
  placeId: string
  status: Status
  version: number
}

export interface Changes {
  /** Calls `listener` after each commit of this or another process. Returns how to stop. */
  subscribe(listener: (change: CaseChange) => void): () => void
  /** Tells of a change that was just committed here. */
  announce(change: CaseChange): void
  close(): Promise<void>
}

const CHANNEL = 'fatong_case'
const GATHER_MS = 200
/** NOTIFY takes at most 8,000 bytes; a change is below 250. */
const AT_ONCE = 30

/**
 * Listeners of this process hear of a commit at once. Other processes hear through NOTIFY, gathered and sent apart
 * from the commits, because a NOTIFY inside them would make all commits of the database queue up behind each other.
 * A process that dies in between leaves others unaware of its last changes until their next reading; nothing is lost.
 */
export function openChanges(connections: Connections, log: (message: string) => void = () => undefined): Changes {
  const self = randomUUID()
  const listeners = new Set<(change: CaseChange) => void>()
  let pending: CaseChange[] = []
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let listening: Promise<void> | undefined
  let client: pg.Client | undefined

  const tell = (change: CaseChange) => {
    for (const listener of listeners) {
      try {
        listener(change)
      } catch (error) {
        log(`a listener of changes failed: ${String(error)}`)
      }
    }
  }
  const send = async () => {
    timer = undefined
    const changes = pending
    pending = []
    for (let i = 0; i < changes.length; i += AT_ONCE) {
      const payload = JSON.stringify({ from: self, changes: changes.slice(i, i + AT_ONCE) })
      await connections.pool
        .query('SELECT pg_notify($1, $2)', [CHANNEL, payload])
        .catch((error: Error) => log(`changes were not passed on: ${error.message}`))
    }
  }
  const listen = async () => {
    while (!closed && listeners.size > 0) {
      client = new pg.Client(connections.connection)
      client.on('notification', ({ payload }) => {
        const { from, changes } = JSON.parse(payload ?? '{}') as { from?: string; changes?: CaseChange[] }
        if (from !== self) changes?.forEach(tell)
      })
      const ended = new Promise<void>((resolve) => client!.on('error', () => resolve()).on('end', () => resolve()))
      try {
        await client.connect()
        await client.query(`LISTEN ${CHANNEL}`)
        await ended
      } catch (error) {
        log(`not listening for changes: ${error instanceof Error ? error.message : String(error)}`)
      }
      if (!closed) await wait(1000, undefined, { ref: false })
    }
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      listening ??= listen().finally(() => {
        listening = undefined
      })
      return () => void listeners.delete(listener)
    },
    announce(change) {
      tell(change)
      pending.push(change)
      timer ??= setTimeout(() => void send(), GATHER_MS).unref()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      if (pending.length > 0) await send()
      await client?.end().catch(() => undefined)
      await listening
    },
  }
}
