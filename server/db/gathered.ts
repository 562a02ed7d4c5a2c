import type pg from 'pg'
import { SYSTEM } from './access.ts'
import { MicroBatch } from './microbatch.ts'
import { read, withAccess } from './postgres.ts'
import type { Connections, Transaction } from './postgres.ts'

const MOST = 100

/** A statement that answers many questions of one kind at once, asked by the service itself. */
export interface GatheredRead<In, Row, Out> {
  name: string
  text: string
  values(inputs: readonly In[]): unknown[]
  /** what belongs to one input */
  pick(rows: readonly Row[], input: In): Out
}

/**
 * A look-up by key that many callers make at the same moment. While one is under way the others gather and go out
 * together: under load the database is woken once for many, and an only caller waits for nobody.
 */
export function gatheredRead<In, Row extends pg.QueryResultRow, Out>(
  connections: Connections,
  { name, text, values, pick }: GatheredRead<In, Row, Out>,
): (input: In) => Promise<Out> {
  return gathered<In, Out>(async (inputs) => {
    const rows = await read<Row>(connections, SYSTEM, { name, text, values: values(inputs) })
    return inputs.map((input) => pick(rows, input))
  })
}

/** The same for small writes of the service itself. */
export function gatheredWrite<In>(
  connections: Connections,
  write: (tx: Transaction, inputs: readonly In[]) => Promise<void>,
): (input: In) => Promise<void> {
  return gathered<In, void>(async (inputs) => {
    await withAccess(connections, SYSTEM, (tx) => write(tx, inputs))
    return inputs.map(() => undefined)
  })
}

/** What fails together is tried one by one, so that one bad input spoils nobody else's. */
function gathered<In, Out>(run: (inputs: readonly In[]) => Promise<Out[]>): (input: In) => Promise<Out> {
  const batches = new MicroBatch<In, PromiseSettledResult<Out>>(
    async (inputs) => {
      const [together] = await Promise.allSettled([run(inputs)])
      if (together.status === 'fulfilled') return together.value.map((value) => ({ status: 'fulfilled', value }))
      if (inputs.length === 1) return [together]
      const apart: PromiseSettledResult<Out>[] = []
      for (const input of inputs) apart.push(...(await Promise.allSettled([run([input]).then(([out]) => out as Out)])))
      return apart
    },
    { max: MOST, lanes: 1 },
  )
  return async (input) => {
    const result = await batches.call(input)
    if (result.status === 'rejected') throw result.reason
    return result.value
  }
}
