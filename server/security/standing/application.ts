import { randomUUID } from 'node:crypto'
import { png } from '../../files/testing/samples.ts'
import { ok, type Client } from './client.ts'

export const APPLICANT = { name: '甄独特', idNumber: '620102199001011233', phone: '13800001234' }
export const STRANGER = { name: '贾路人', phone: '13800005678' }

/** A migrant worker's unpaid wages. */
export const entryOf = (placeId?: string) => ({
  matter: 'laborRemuneration',
  facts: { matter: 'laborRemuneration', laborClaim: 'pay', isMigrantWorker: true, applicantRole: 'self' },
  applicant: { ...APPLICANT, address: '东镇东村 3 号' },
  opponents: [{ name: '样例劳务公司', kind: 'organisation' }],
  story: '干了三个月没有发工资',
  claimFen: 1_860_000,
  ...(placeId ? { placeId } : {}),
  consents: { notice: '1', sensitive: true, meansQuery: true },
  pledge: true,
})

export interface HeldDraft {
  id: string
  secret: string
}
export async function startDraft(client: Client, data: object = {}): Promise<HeldDraft> {
  const { draft, secret } = ok<{ draft: { id: string }; secret: string }>(await client.post('/drafts', { data }))
  return { id: draft.id, secret }
}

/** A picture that differs from all others, so that the store keeps it by itself. */
export const picture = (): Buffer =>
  png({ width: 3 + Math.floor(Math.random() * 200), height: 3 + Math.floor(Math.random() * 200) })

export async function addToDraft(client: Client, { id, secret }: HeldDraft, kind: string): Promise<string> {
  const reply = await client.post(
    `/drafts/${id}/materials?kind=${kind}&name=${encodeURIComponent('照片.png')}`,
    picture(),
    { headers: { 'x-draft-secret': secret } },
  )
  return ok<{ id: string }>(reply).id
}

/** A draft with everything that submitting asks for. */
export async function readyDraft(client: Client): Promise<HeldDraft> {
  const draft = await startDraft(client)
  await addToDraft(client, draft, 'signature')
  return draft
}

export async function submit(
  client: Client,
  placeId?: string,
  key: string = randomUUID(),
): Promise<{ id: string; number: string }> {
  const { id, secret } = await readyDraft(client)
  return ok(
    await client.post(
      '/applications',
      { draftId: id, draftSecret: secret, entry: entryOf(placeId) },
      { headers: { 'idempotency-key': key } },
    ),
  )
}

/** One button of the desk, with the version just read. */
export async function press(client: Client, caseId: string, command: string, body: object): Promise<number> {
  const { version } = ok<{ version: number }>(await client.get(`/desk/cases/${caseId}`))
  return ok<{ version: number }>(
    await client.post(`/desk/cases/${caseId}/${command}`, body, { headers: { 'if-match': `"${version}"` } }),
  ).version
}
