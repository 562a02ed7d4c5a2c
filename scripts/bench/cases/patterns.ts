import { prepareDrafts } from './drafts.ts'
import { runFlow, STEPS } from './flow.ts'
import { HttpConnection } from './http-client.ts'
import type { People } from './people.ts'
import type { Service } from './service.ts'

/** Four cases left after the first, second, third and fourth step: patterns for loading many. */
export async function leaveAfterEachStep(
  service: Service,
  people: People,
  lawyers: readonly string[],
): Promise<string[]> {
  const drafts = await prepareDrafts(service.port, people.citizens, STEPS.length)
  const connection = new HttpConnection(service.port)
  const ids: string[] = []
  for (const [i, draft] of drafts.entries())
    await runFlow(
      connection,
      draft,
      i,
      { staff: people, lawyers },
      ({ caseId }) => {
        ids[i] = caseId
      },
      i + 1,
    )
  connection.close()
  return ids
}
