import type { z } from 'zod'
import type { Me } from '@fatong/contract/citizen/session.ts'
import type { Caller } from '../caller.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { meView } from './me-view.ts'

export async function me(parts: Parts, caller: Caller): Promise<Outcome<z.infer<typeof Me>>> {
  const view = caller.kind === 'citizen' ? await meView(parts, caller.personId) : undefined
  return view ? done(view) : failed('signInNeeded')
}
