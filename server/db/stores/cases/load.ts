import type { AccessContext } from '../../access.ts'
import { accessTexts } from '../../access.ts'
import { MicroBatch } from '../../microbatch.ts'
import { connect } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'

export interface FoundCase {
  id: string
  number: string
  version: number
  state: unknown
}

const loaders = new WeakMap<object, MicroBatch<{ access: AccessContext; id: string }, FoundCase | undefined>>()

/** The folded state of a case in reach. What several callers ask for at once is fetched in one call. */
export function loadCase(connections: Connections, access: AccessContext, id: string): Promise<FoundCase | undefined> {
  let loader = loaders.get(connections.pool)
  if (loader === undefined) {
    loader = new MicroBatch((wanted) => fetchCases(connections, wanted), { max: 64, lanes: 2 })
    loaders.set(connections.pool, loader)
  }
  return loader.call({ access, id })
}

interface Row {
  i: number
  number: string
  version: number
  state: unknown
}

async function fetchCases(
  connections: Connections,
  wanted: { access: AccessContext; id: string }[],
): Promise<(FoundCase | undefined)[]> {
  const client = await connect(connections)
  let broken: Error | undefined
  try {
    const request = JSON.stringify(wanted.map(({ access, id }, i) => ({ i, id, a: accessTexts(access) })))
    const { rows } = await client.query<Row>({
      name: 'load_cases',
      text: 'SELECT * FROM fatong.load_cases($1)',
      values: [request],
    })
    const found: (FoundCase | undefined)[] = wanted.map(() => undefined)
    for (const { i, ...row } of rows) found[i] = { id: wanted[i]!.id, ...row }
    return found
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}
