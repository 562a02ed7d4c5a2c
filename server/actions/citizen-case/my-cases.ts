import type { z } from 'zod'
import { nextStep } from '@fatong/casework/application/next-step.ts'
import type { myCases as route } from '@fatong/contract/citizen/case.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller } from '../caller.ts'
import { loadCase } from '../casework/load-case.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { matterText, statusTextOf } from './case-view.ts'

type Listed = z.infer<typeof route.reply>

/** The cases one applied for, newest first. */
export async function myCases(parts: Parts, caller: CitizenCaller): Promise<Outcome<Listed>> {
  const access = accessOf(caller)
  const lines = await parts.stores.cases.ofPerson(access, caller.personId)
  const now = parts.clock.now()
  const calendar = await parts.law.calendar()
  const items = await Promise.all(
    lines.map(async (line): Promise<Listed['items']> => {
      const loaded = await loadCase(parts, access, line.id)
      if (!loaded) return []
      const { state } = loaded
      const { code } = nextStep(state, now, { calendar, office: await parts.law.office(state.agencyId) })
      return [
        {
          number: state.number,
          status: state.status,
          statusText: statusTextOf(state),
          matterText: matterText(state),
          submittedAt: state.openedAt,
          yourTurn: code === 'supply' || code === 'completeFormalities',
        },
      ]
    }),
  )
  await parts.database.commit({
    access,
    audit: [
      auditEntry(parts, caller, {
        action: 'read',
        subjectKind: 'person',
        subjectId: caller.personId,
        fields: ['cases'],
      }),
    ],
  })
  return done({ items: items.flat() })
}
