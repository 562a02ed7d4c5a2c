import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../faces/web/testing/browser.ts'
import { buildFaces } from '../scripts/setup/faces.mjs'
import { Desk } from './desk.ts'
import { keepPicture, say } from './looking.ts'
import { inkOf, wordsOf } from './paper.ts'
import { Phone, type Worker } from './phone.ts'
import { takePhotos } from './photos.ts'
import { JourneyServer } from './server.ts'

// Unpaid wages of three months: applied for on a phone, corrected, accepted, decided, assigned and taken up, with two power cuts on the way.

const worker: Worker = {
  name: '马有福',
  idNumber: withCheckDigit('62012319790412573'),
  phone: '13919204517',
  employer: '某某建筑劳务公司',
}
const STORY = '八月到十月在中川镇工地干活，三个月工资一直没有发。'
const NOTE = '欠条和工资条齐全，同意给予法律援助。'
const QUESTION = '律师什么时候给我打电话？'

let server: JourneyServer, browser: Browser, phone: Phone
const desks: Desk[] = []
const sitDown = async (login: string): Promise<Desk> => {
  const desk = await Desk.signIn(browser, server, login)
  desks.push(desk)
  return desk
}

beforeAll(async () => {
  await buildFaces()
  server = await JourneyServer.open()
  browser = await openBrowser()
  phone = await Phone.open(browser, server.url)
}, 240_000)

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [index, { page }] of [phone, ...desks].entries()) await keepPicture(page, `broken-off-${index}`)
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('a worker applies on a phone and has a lawyer, and nothing is lost on the way', async () => {
  const photos = await takePhotos(browser)
  say('the worker begins on the phone')
  await phone.begin()
  await phone.tellWho(worker)
  await phone.story().fill(STORY.slice(0, 12))
  await phone.saved()

  say('kill -9 while the worker is typing; the words stay on the phone and reach the service when it is back')
  await server.kill()
  await phone.story().fill(STORY)
  await phone.page.getByText('已存在手机上').waitFor()
  await server.start()
  await phone.saved()
  await phone.page.reload()
  await phone.heading('事情是怎么回事？')
  expect(await phone.story().inputValue()).toBe(STORY)

  await phone.tellClaim('18600')
  await phone.answerQuestions()
  await phone.addPhotos([photos.owed, photos.wages])
  await phone.consentAndSign()
  await phone.review()
  const admin = await sitDown('admin')
  const number = await phone.submit(() => admin.readCode(worker.phone))
  say(`handed in as ${number}`)
  expect(number).not.toBe('')
  await phone.looks('case-submitted')
  const promised = new Map<string, number>()
  const hearPromise = async () => {
    const promise = await phone.promise()
    if (promise) promised.set(promise.step, promise.dueAt)
  }
  await hearPromise()

  say('the clerk asks for a correction, the worker supplies it')
  const clerk = await sitDown('shouli')
  await clerk.openCase(number)
  await clerk.lookAtMaterial(photos.owed.name)
  await clerk.askForCorrection(/^身份证明/)
  await phone.supply(photos.identity)

  say('the clerk accepts with an opinion')
  await clerk.openCase(number)
  // the papers are in: the clock of the day runs again, in the list and on the case
  expect(await clerk.lineOf(number)).toContain('已补正，等您看')
  expect(await clerk.lineOf(number)).not.toContain('停表')
  expect(await clerk.page.getByRole('list', { name: '四个当天' }).textContent()).not.toContain('停表')
  await hearPromise()
  await clerk.accept('农民工追讨三个月工资，免予核查经济困难状况，建议给予。')

  say('kill -9 while the approver has the decision open and the worker is typing a message')
  const approver = await sitDown('shenpi')
  await approver.openCase(number)
  await hearPromise()
  await approver.beginDecision(NOTE)
  await phone.refresh()
  await phone.message().fill(QUESTION)
  await server.kill()
  await phone.refresh()
  await phone.page.getByText('网络断了，下面是刚才看到的内容').waitFor()
  await phone.looks('server-away')
  expect(await phone.message().inputValue()).toBe(QUESTION)
  await server.start()
  expect(await approver.decisionNote().inputValue()).toBe(NOTE)
  await approver.decide()
  await phone.refresh()
  await phone.page.getByText('网络断了，下面是刚才看到的内容').waitFor({ state: 'hidden' })
  expect(await phone.message().inputValue()).toBe(QUESTION)
  await phone.page.getByRole('button', { name: '发出' }).click()
  await phone.page.locator('.talks .mine').filter({ hasText: QUESTION }).waitFor()

  say('the assigner assigns')
  const assigner = await sitDown('zhipai')
  await assigner.openCase(number)
  await hearPromise()
  const lawyerName = await assigner.assign()

  say(`${lawyerName} accepts`)
  const lawyer = await sitDown(server.loginOf(lawyerName))
  await lawyer.openCase(number)
  await lawyer.acceptAssignment()
  await clerk.board()

  say('the worker sees it all and opens the decision')
  await phone.page.reload()
  await phone.page.getByText(`${lawyerName}（`).first().waitFor()
  await phone.page.getByText('已接手').first().waitFor()
  expect(await phone.stations()).toEqual(['done', 'done', 'done', 'done'])
  // accepted, decided and assigned before the office closes: each within the promise that stood on the phone
  const doneAt = await phone.doneAt()
  expect([...promised.keys()]).toEqual(['accept', 'decide', 'assign'])
  for (const [step, dueAt] of promised) expect(doneAt[step], step).toBeLessThanOrEqual(dueAt)
  // the timeline tells all of it, oldest last, and the correction once
  const told = (await phone.history()).reverse()
  const order = [
    /申请已交上来/,
    /需要您补材料/,
    /您补的材料收到了/,
    /已受理/,
    /决定给您提供法律援助/,
    /已指派.*帮您/,
    /律师已接手/,
  ]
  let at = -1
  for (const line of order) {
    at = told.findIndex((one, index) => index > at && line.test(one))
    expect(at, `${String(line)} in ${told.join(' | ')}`).toBeGreaterThanOrEqual(0)
  }
  expect(await phone.page.getByText(QUESTION).count()).toBeGreaterThan(0)
  await phone.looks('case-assigned')
  const decision = await phone.openDocument(/给予法律援助决定书/)
  expect(decision.subarray(0, 5).toString()).toBe('%PDF-')
  const ink = inkOf(decision)
  if (ink === undefined) say('poppler is not installed: the decision was drawn by the browser only')
  else expect(ink).toBeGreaterThan(0.005)
  const words = wordsOf(decision)
  if (words !== undefined)
    for (const written of ['给予法律援助决定书', worker.name, number, NOTE]) expect(words).toContain(written)
  // whom the case is with now sees it drawn in the browser too
  await lawyer.openCase(number)
  expect(await lawyer.lookAtDecision()).toBeGreaterThan(0.005)

  const verified = server.verifyHistory()
  say(verified.says.trim())
  expect(verified.code, verified.says).toBe(0)
  expect([phone, ...desks].flatMap(({ complaints }) => complaints)).toEqual([])
}, 1_200_000)

/** The seventeen digits with the eighteenth that GB 11643 gives them. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}
