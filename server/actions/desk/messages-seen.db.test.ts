import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { accessOf, type CitizenCaller, type StaffCaller } from '../caller.ts'
import { deskCommand } from '../casework/desk-command.ts'
import { leaveMessage } from '../citizen-case/index.ts'
import { input } from '../testing/test-parts.ts'
import { listQueue } from './list-queue.ts'
import { readCasePage } from './read-case.ts'
import { seeMessages } from './see-messages.ts'

const NAME = '罗文义'
let district: TestDistrict
let id: string, number: string
let applicant: CitizenCaller, lawyer: StaffCaller, clerk: StaffCaller, director: StaffCaller
beforeAll(async () => {
  district = await testDistrict()
  const { cast } = district
  const found = await district.caseOf(NAME)
  id = found.id
  number = found.number
  applicant = await district.applicant(NAME)
  lawyer = cast.byId(found.lawyerId ?? '')
  clerk = cast.byLogin('shouli')
  director = cast.byLogin('zhuren')
})
afterAll(() => district.close())

const ONLOOKERS = ['qualityOfficer', 'archivist', 'fileReviewer'] as const
const unreadFor = async (who: StaffCaller): Promise<number | undefined> => {
  const queue = await listQueue(district.parts, who, input({ query: { queue: 'all' as const, limit: 100 } }))
  if (!queue.ok) throw new Error(queue.error)
  return queue.value.items.find((line) => line.id === id)?.unread
}
const page = async (who: StaffCaller) => {
  const read = await readCasePage(district.parts, who, input({ params: { id } }))
  if (!read.ok) throw new Error(read.error)
  return read.value
}
const write = async (text: string, to: 'agency' | 'lawyer') => {
  const left = await leaveMessage(district.parts, applicant, input({ params: { number }, body: { text, to } }))
  expect(left).toMatchObject({ ok: true })
}
const look = (who: StaffCaller, version: number) =>
  seeMessages(district.parts, who, input({ params: { id }, body: { version } }))

it('shows to each side what was written to it, until somebody there who may answer has opened it', async () => {
  const before = { clerk: await unreadFor(clerk), lawyer: await unreadFor(lawyer) }
  await look(clerk, (await page(clerk)).version)
  await look(lawyer, (await page(lawyer)).version)
  // The sample's applicant wrote to the lawyer; nobody had opened that.
  expect(before).toEqual({ clerk: 0, lawyer: 1 })
  expect([await unreadFor(clerk), await unreadFor(lawyer)]).toEqual([0, 0])

  await write('律师联系不上', 'agency')
  await write('还想问一件事', 'agency')
  await write('什么时候开庭？', 'lawyer')
  expect([await unreadFor(clerk), await unreadFor(director), await unreadFor(lawyer)]).toEqual([2, 2, 1])
  const seen = await page(clerk)
  expect(seen.unread).toBe(2)
  expect((await page(lawyer)).unread).toBe(1)
  // Reading the page alone does not take the mark off, and what comes while it is open stays unread.
  await write('又一件', 'agency')
  expect(await look(clerk, seen.version)).toMatchObject({ ok: true })
  expect([await unreadFor(clerk), await unreadFor(director), await unreadFor(lawyer)]).toEqual([1, 1, 1])
  // An older page that is told of later takes nothing back.
  expect(await look(director, seen.version - 1)).toMatchObject({ ok: true })
  expect(await unreadFor(clerk)).toBe(1)
  expect(await look(lawyer, (await page(lawyer)).version)).toMatchObject({ ok: true })
  expect([await unreadFor(clerk), await unreadFor(lawyer)]).toEqual([1, 0])
})

it('counts what the centre writes to the lawyer, and nothing that goes to the applicant', async () => {
  await look(lawyer, (await page(lawyer)).version)
  await look(clerk, (await page(clerk)).version)
  const say = async (to: 'applicant' | 'lawyer') => {
    const said = await deskCommand('leaveMessage')(
      district.parts,
      clerk,
      input({ params: { id }, body: { text: '请回个话', to } }),
    )
    expect(said).toMatchObject({ ok: true })
  }
  await say('applicant')
  expect([await unreadFor(clerk), await unreadFor(lawyer)]).toEqual([0, 0])
  await say('lawyer')
  expect([await unreadFor(clerk), await unreadFor(lawyer)]).toEqual([0, 1])
})

it('never looks ahead of the case: what has not been written yet cannot be seen', async () => {
  await look(clerk, 1_000_000)
  expect(await unreadFor(clerk)).toBe(0)
  await write('第二天的事', 'agency')
  expect(await unreadFor(clerk)).toBe(1)
})

it('is for those who answer: others see no mark on the page and take none off, in the database either', async () => {
  const { parts, cast } = district
  const bureau = cast.byLogin('sifaju')
  const reviewer = cast.byLogin('shenjuan')
  // Nobody has looked at this one; of a row that is there, those who cannot take the mark off see none.
  await write('没有人看过的一句', 'agency')
  await write('给律师的一句', 'lawyer')
  expect([(await unreadFor(clerk)) ?? 0, (await unreadFor(lawyer)) ?? 0].every((n) => n > 0)).toBe(true)
  for (const who of [
    reviewer,
    ...ONLOOKERS.map((role) => ({ ...reviewer, roles: reviewer.roles.map((one) => ({ ...one, role })) })),
  ])
    expect(await unreadFor(who), who.roles.map(({ role }) => role).join()).toBe(0)
  // A firm's manager reads along; the lawyer answers.
  const lead = cast.byLogin('lanxin')
  const manager: StaffCaller = { ...lead, roles: [...lead.roles], orgId: lawyer.orgId }
  expect(await unreadFor(manager)).toBe(0)
  expect((await page(reviewer)).unread).toBeNull()
  expect(await look(reviewer, 1)).toMatchObject({ error: 'forbidden' })
  expect(await look(bureau, 1)).toMatchObject({ ok: false })
  const note = (as: StaffCaller, side: 'agency' | 'lawyer') =>
    parts.stores.cases.noteMessagesSeen(
      accessOf(as),
      { caseId: id, side, version: 1, by: as.staffId },
      parts.clock.now(),
    )
  await expect(note(clerk, 'lawyer')).rejects.toMatchObject({ code: '42501' })
  await expect(note(lawyer, 'agency')).rejects.toMatchObject({ code: '42501' })
  await expect(note(reviewer, 'agency')).rejects.toMatchObject({ code: '42501' })
  const kept = await withAccess(parts.database, SYSTEM, ({ client }) =>
    client.query('SELECT seen_by FROM fatong.message_seen WHERE case_id = $1', [id]),
  )
  expect(kept.rows.every(({ seen_by: by }) => [clerk, director, lawyer].some(({ staffId }) => staffId === by))).toBe(
    true,
  )
})
