import { randomUUID } from 'node:crypto'
import type { ReadyDraft } from './drafts.ts'
import { type HttpConnection, type Reply } from './http-client.ts'
import type { People } from './people.ts'

/** A command the server said yes to: after it the case has this version, and these papers are issued. */
export interface Acknowledged {
  caseId: string
  version: number
  number?: string
  documents: string[]
}

export interface FlowInput {
  staff: Omit<People, 'citizens'>
  /** lawyers to assign, taken in turn */
  lawyers: readonly string[]
}

export const STEPS = ['submitApplication', 'acceptApplication', 'grantAid', 'assignLawyer'] as const
const note = '材料齐全，属于农民工请求支付劳动报酬，免予核查经济困难状况，符合法律援助条件。'
const review = JSON.stringify({ review: { proposal: 'grant', note } })
const grant = JSON.stringify({ note: '同意给予法律援助。' })

/**
 * One case from the button of the citizen to the lawyer: four commands, one after the other. `acknowledge` hears of each
 * as soon as its reply is here. A lost connection is thrown. With `steps`, the case is left after so many.
 */
export async function runFlow(
  connection: HttpConnection,
  draft: ReadyDraft,
  turn: number,
  { staff, lawyers }: FlowInput,
  acknowledge: (done: Acknowledged, ms: number) => void,
  steps: number = STEPS.length,
): Promise<void> {
  const post = async (
    path: string,
    cookie: string,
    body: string,
    version?: number,
  ): Promise<{ reply: Reply; ms: number }> => {
    const from = performance.now()
    const reply = await connection.request({
      method: 'POST',
      path,
      body,
      headers: {
        'content-type': 'application/json',
        cookie,
        'idempotency-key': randomUUID(),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
    })
    const ms = performance.now() - from
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.body.toString('utf8').slice(0, 600)}`)
    return { reply, ms }
  }
  const submitted = await post('/api/applications', draft.cookie, draft.body)
  const text = submitted.reply.body.toString('latin1', 0, 200)
  const caseId = /"id":"([^"]+)"/.exec(text)?.[1] ?? ''
  acknowledge({ caseId, version: 1, number: /"number":"([^"]+)"/.exec(text)?.[1] ?? '', documents: [] }, submitted.ms)

  let version = 1
  const desk = async (command: string, cookie: string, body: string) => {
    const { reply, ms } = await post(`/api/desk/cases/${caseId}/${command}`, cookie, body, version)
    version = Number(/"version":(\d+)/.exec(reply.body.toString('latin1', 0, 100))?.[1] ?? 0)
    acknowledge({ caseId, version, documents: documentsIn(reply.body) }, ms)
  }
  if (steps > 1) await desk('acceptApplication', staff.clerk, review)
  if (steps > 2) await desk('grantAid', staff.approver, grant)
  if (steps > 3) await desk('assignLawyer', staff.assigner, `{"staffId":"${lawyers[turn % lawyers.length]}"}`)
}

const documentsIn = (body: Buffer): string[] =>
  [...body.toString('utf8').matchAll(/"number":"([^"]*字[^"]*)"/g)].map((found) => found[1]!)
