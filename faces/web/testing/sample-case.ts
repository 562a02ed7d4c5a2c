import type { CitizenCase } from '@fatong/contract/citizen/case.ts'

const DAY = 86_400_000

/** A case as the server would show it right after it was handed in at nine. */
export function newCase(number: string, applicantName: string, matterText: string, now: number): CitizenCase {
  const evening = now + 8 * 3_600_000
  return {
    id: '11111111-1111-4111-8111-111111111111',
    number,
    version: 1,
    status: 'submitted',
    statusText: '已申请',
    matterText,
    applicantName,
    submittedAt: now,
    officeName: '兰州新区公共法律服务中心',
    officePhone: '0931-8250148',
    steps: [
      { step: 'apply', label: '申请', state: 'done', at: now, dueAt: null },
      { step: 'accept', label: '受理', state: 'current', at: null, dueAt: evening },
      { step: 'decide', label: '决定', state: 'waiting', at: null, dueAt: evening },
      { step: 'assign', label: '指派', state: 'waiting', at: null, dueAt: evening },
    ],
    next: {
      text: '工作人员正在看您的材料',
      by: evening,
      yourTurn: false,
      legalLimit: new Date(now + 7 * DAY).toISOString().slice(0, 10),
    },
    paused: null,
    supplement: null,
    lawyer: null,
    history: [{ at: now, text: '收到您的申请', by: '手机网页' }],
    messages: [],
    materials: [],
    notHandedIn: [],
    documents: [],
    askedToEndAt: null,
    endDeclined: null,
    can: {
      supply: false,
      addMaterials: true,
      withdraw: true,
      object: false,
      message: true,
      requestReplacement: false,
      askToEnd: false,
    },
  }
}

/** The clerk asked for papers: the clock stands. */
export function askSupplement(one: CitizenCase, now: number): void {
  Object.assign(one, { version: one.version + 1, status: 'supplementing', statusText: '待补正' })
  one.steps = one.steps.map((step) => (step.step === 'accept' ? { ...step, state: 'paused' as const } : step))
  one.next = { text: '等您补材料', by: now + 5 * DAY, yourTurn: true, legalLimit: null }
  one.paused = { since: now, why: '缺一份欠薪的凭据', whatToDo: '拍一张欠条或工资条传上来，就接着往下办。' }
  one.supplement = {
    items: [{ code: 'wageEvidence', wording: '欠薪的凭据（欠条、工资条、转账记录，任一种）' }],
    deadline: new Date(now + 5 * DAY).toISOString().slice(0, 10),
    suppliedAt: null,
  }
  one.can = { ...one.can, supply: true }
  one.history.push({ at: now, text: '请您补充材料', by: '受理员 李敏' })
}

/** Accepted, decided, assigned. */
export function assign(one: CitizenCase, now: number): void {
  Object.assign(one, { version: one.version + 1, status: 'assigned', statusText: '已指派', paused: null })
  one.steps = one.steps.map((step, index) => ({ ...step, state: 'done' as const, at: now - (3 - index) * 3_600_000 }))
  one.next = { text: '律师马文会给您打电话，约时间见面签协议', by: now + DAY, yourTurn: false, legalLimit: null }
  one.lawyer = { name: '马文', firm: '甘肃新区律师事务所', accepted: true, phone: '0931-0000101' }
  one.documents = [
    {
      id: '22222222-2222-4222-8222-222222222222',
      kind: 'grantDecision',
      title: '给予法律援助决定书',
      number: '兰新法援决字〔2026〕12号',
      issuedAt: now,
    },
  ]
  one.messages = [{ at: now, from: '马文律师', text: '您好，我是援助律师，明天上午方便见面吗？', mine: false }]
  one.history.push(
    { at: now, text: '决定给您法律援助', by: '审批人 王华' },
    { at: now, text: '指派马文律师', by: '指派员 赵静' },
  )
  one.can = {
    supply: false,
    addMaterials: true,
    withdraw: false,
    object: true,
    message: true,
    requestReplacement: true,
    askToEnd: true,
  }
}
