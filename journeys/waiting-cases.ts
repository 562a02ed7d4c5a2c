import type { Page } from 'playwright-core'
import { entryOf } from '../server/seed/applicants.ts'
import { SAMPLE_CASES } from '../server/seed/cases.ts'
import { signaturePicture } from '../server/seed/pictures.ts'
import type { Desk } from './desk.ts'

/** Sample people beyond this number are nobody's in the sample district; numbers of identity cards have three digits for it. */
const FIRST = 200
const MATTERS = ['laborRemuneration', 'maintenance', 'injuryDamage', 'laborRemuneration', 'familyMatters'] as const
const WISHES = [{}, { language: '东乡语' }, { lawyerGender: 'female' as const }, {}]
const NOTE = '材料齐全，属于援助范围，同意给予法律援助。'

/** What a page of the desk asks of the service, with its cookies and as it asks. */
async function asked<T>(page: Page, url: string, path: string, data: object | Buffer, headers: Record<string, string>) {
  const reply = await page.request.post(`${url}/api${path}`, {
    data: data as Buffer,
    headers: { 'x-fatong': '1', 'idempotency-key': crypto.randomUUID(), ...headers },
  })
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${(await reply.text()).slice(0, 400)}`)
  return (await reply.json()) as T
}

/** So many cases come to wait for a lawyer: put down for the people at the counter, accepted, granted. Of several matters, with wishes. */
export async function casesThatWait(
  { clerk, approver }: { clerk: Desk; approver: Desk },
  url: string,
  count: number,
): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const matter = MATTERS[at % MATTERS.length]!
    const alike = SAMPLE_CASES.filter((one) => one.matter === matter && one.until !== 'refused')
    const one = { ...alike[at % alike.length]!, until: 'granted' as const }
    const person = {
      ...one,
      name: `${one.name.slice(0, 1)}样${[...'东南西北春夏秋冬'][at % 8]}`,
      opponent: `${one.opponent}${at}`,
    }
    const { draft, secret } = await asked<{ draft: { id: string }; secret: string }>(
      clerk.page,
      url,
      '/drafts',
      { data: {} },
      {},
    )
    await asked(
      clerk.page,
      url,
      `/drafts/${draft.id}/materials?kind=signature&name=signature.png`,
      signaturePicture(FIRST + at),
      { 'x-draft-secret': secret, 'content-type': 'application/octet-stream' },
    )
    const { id } = await asked<{ id: string }>(
      clerk.page,
      url,
      '/applications',
      {
        draftId: draft.id,
        draftSecret: secret,
        entry: { ...entryOf(person, FIRST + at, undefined), wishes: WISHES[at % WISHES.length] },
      },
      {},
    )
    const version = (n: number) => ({ 'if-match': `"${n}"` })
    const accepted = await asked<{ version: number }>(
      clerk.page,
      url,
      `/desk/cases/${id}/acceptApplication`,
      { review: { proposal: 'grant', note: NOTE } },
      version(1),
    )
    await asked(approver.page, url, `/desk/cases/${id}/grantAid`, { note: NOTE }, version(accepted.version))
  }
}
