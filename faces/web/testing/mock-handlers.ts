/// <reference types="node" />
import { GUIDE_HANDLERS } from './mock-guides.ts'
import { ASK_HANDLERS } from './mock-ask.ts'
import { QUESTION_HANDLERS } from './mock-questions.ts'
import { CASES_TOLD_HANDLERS } from './mock-cases-told.ts'
import { FIND_HANDLERS } from './mock-find.ts'
import { POINT_HANDLERS } from './mock-points.ts'
import { LAW_HANDLERS } from './mock-law.ts'
import { Refused } from './refused.ts'
import { PRIVACY_SAMPLE } from './privacy-sample.ts'
import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import { createHash, randomUUID } from 'node:crypto'
import { newCase } from './sample-case.ts'
import { CODE, type DraftRow, type Material, type World } from './mock-world.ts'

export interface Asked {
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  file: Buffer | null
  header: (name: string) => string | undefined
  session: string | undefined
}
export interface Answered {
  value: unknown
  setSession?: string
}
export type Handler = (world: World, asked: Asked) => Answered | undefined

const draftOf = (world: World, { params, header }: Asked): DraftRow => {
  const draft = world.drafts.get(params.id ?? '')
  if (!draft || draft.secret !== header('x-draft-secret')) throw new Refused('notFound')
  return draft
}
const viewOf = (draft: DraftRow) => ({
  id: draft.id,
  version: draft.version,
  data: draft.data,
  materials: draft.materials,
  updatedAt: Date.now(),
  expiresAt: Date.now() + 30 * 86_400_000,
})
const phoneOf = (world: World, asked: Asked): string => {
  const phone = world.sessions.get(asked.session ?? '')
  if (!phone) throw new Refused('signInNeeded')
  return phone
}
const caseOf = (world: World, asked: Asked) => {
  phoneOf(world, asked)
  const one = world.cases.get(asked.params.number ?? '')
  if (!one) throw new Refused('notFound')
  return one
}
function take(world: World, { query, file, header }: Asked): Material {
  if (world.failUploads > 0) {
    world.failUploads -= 1
    throw new Refused('unavailable')
  }
  const bytes = file ?? Buffer.alloc(0)
  const sum = header('x-file-sha256')
  if (sum && createHash('sha256').update(bytes).digest('hex') !== sum) throw new Refused('fileChanged')
  const jpeg = bytes.subarray(0, 2).toString('hex') === 'ffd8',
    png = bytes.subarray(1, 4).toString() === 'PNG',
    pdf = bytes.subarray(0, 4).toString() === '%PDF'
  if (!jpeg && !png && !pdf) throw new Refused('fileNotAccepted')
  return {
    id: randomUUID(),
    kind: query.kind as Material['kind'],
    name: query.name ?? '',
    mediaType: pdf ? 'application/pdf' : png ? 'image/png' : 'image/jpeg',
    bytes: bytes.length,
    addedAt: Date.now(),
  }
}
const qr =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21"><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0zM9 9h3v3H9zM13 14h2v2h-2z"/></svg>'
const me = (phone: string) => ({
  personId: 'p',
  name: '王建国',
  phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  unread: 1,
  idNumberMasked: null,
})

/** What the mock does for each route, by route id. */
export const HANDLERS: Record<string, Handler> = {
  'POST /drafts': (world, { body }) => {
    const draft: DraftRow = {
      id: randomUUID(),
      secret: randomUUID(),
      version: 1,
      data: (body as { data: Record<string, unknown> }).data,
      materials: [],
    }
    world.drafts.set(draft.id, draft)
    return { value: { draft: viewOf(draft), secret: draft.secret } }
  },
  'GET /drafts/:id': (world, asked) => ({ value: viewOf(draftOf(world, asked)) }),
  'PUT /drafts/:id': (world, asked) => {
    const draft = draftOf(world, asked)
    const { data, version } = asked.body as { data: Record<string, unknown>; version: number }
    if (version !== draft.version) throw new Refused('draftConflict')
    Object.assign(draft, { data, version: version + 1 })
    return { value: { version: draft.version, updatedAt: Date.now() } }
  },
  'DELETE /drafts/:id': (world, asked) => {
    world.drafts.delete(draftOf(world, asked).id)
    return { value: {} }
  },
  'POST /drafts/:id/materials': (world, asked) => {
    const draft = draftOf(world, asked),
      material = take(world, asked)
    if (material.kind === 'signature') draft.materials = draft.materials.filter((one) => one.kind !== 'signature')
    const same = draft.materials.find(
      ({ kind, name, bytes }) => kind === material.kind && name === material.name && bytes === material.bytes,
    )
    if (!same) draft.materials.push(material)
    return { value: same ?? material }
  },
  'DELETE /drafts/:id/materials/:material': (world, asked) => {
    const draft = draftOf(world, asked)
    draft.materials = draft.materials.filter((one) => one.id !== asked.params.material)
    return { value: {} }
  },
  'POST /applications': (world, asked) => {
    if (!world.staff) phoneOf(world, asked)
    const { draftId, draftSecret, entry } = asked.body as {
      draftId: string
      draftSecret: string
      entry: ApplicationEntry
    }
    const draft = world.drafts.get(draftId)
    if (draft?.secret !== draftSecret) throw new Refused('notFound')
    if (!draft.materials.some((one) => one.kind === 'signature')) throw new Refused('refused')
    world.submitted.push(entry)
    const number = `兰新法援申〔2026〕${String(world.submitted.length).padStart(4, '0')}号`
    const one = newCase(number, entry.applicant.name, '请求支付劳动报酬', Date.now())
    one.materials = draft.materials
    world.cases.set(number, one)
    world.drafts.delete(draftId)
    return {
      value: {
        id: one.id,
        number,
        submittedAt: Date.now(),
        dueAt: one.next.by,
        officeName: one.officeName,
        ...(world.chosenOffice === undefined ? {} : { chosenOffice: world.chosenOffice }),
        trackUrl: `http://localhost/track?number=${encodeURIComponent(number)}`,
        qrSvg: qr,
      },
    }
  },
  'POST /citizen/code': (_, { body }) => ({
    value: {
      sentTo: `${(body as { phone: string }).phone.slice(0, 3)}****${(body as { phone: string }).phone.slice(-4)}`,
      waitSeconds: 60,
    },
  }),
  'POST /citizen/session': (world, { body }) => {
    const { phone, code } = body as { phone: string; code: string }
    if (code !== CODE) throw new Refused('wrongCode')
    const session = randomUUID()
    world.sessions.set(session, phone)
    return { value: me(phone), setSession: session }
  },
  'GET /citizen/me': (world, asked) => ({ value: me(phoneOf(world, asked)) }),
  'DELETE /citizen/session': (world, asked) => {
    world.sessions.delete(asked.session ?? '')
    return { value: {} }
  },
  'GET /citizen/notices': (world, asked) => {
    phoneOf(world, asked)
    return {
      value: {
        items: [
          {
            id: 'n1',
            caseNumber: [...world.cases.keys()][0] ?? null,
            text: '您的申请已收到。',
            at: Date.now(),
            readAt: null,
          },
        ],
      },
    }
  },
  'POST /citizen/notices/read': (world, asked) => {
    phoneOf(world, asked)
    return { value: {} }
  },
  'GET /citizen/export': (world, asked) => ({ value: { phone: phoneOf(world, asked) } }),
  'GET /privacy-notice': () => ({ value: PRIVACY_SAMPLE }),
  'GET /desk/me': (world) => {
    if (!world.staff) throw new Refused('signInNeeded')
    return {
      value: {
        staffId: 's',
        login: 's',
        name: world.staff.name,
        mustChangePassword: false,
        secondFactor: 'none',
        roles: [],
        orgName: '中川镇工作站',
        sampleMode: true,
        ...(world.staff.assisting ? { assisting: world.staff.assisting } : {}),
      },
    }
  },
  'GET /citizen/cases': (world, asked) => {
    phoneOf(world, asked)
    return {
      value: {
        items: [...world.cases.values()].map(({ number, status, statusText, matterText, submittedAt, next }) => ({
          number,
          status,
          statusText,
          matterText,
          submittedAt,
          yourTurn: next.yourTurn,
        })),
      },
    }
  },
  'GET /citizen/cases/:number': (world, asked) => ({ value: caseOf(world, asked) }),
  'POST /citizen/cases/:number/materials': (world, asked) => {
    const one = caseOf(world, asked),
      material = take(world, asked)
    one.notHandedIn.push(material)
    return { value: material }
  },
  'DELETE /citizen/cases/:number/materials/:id': (world, asked) => {
    const one = caseOf(world, asked)
    one.notHandedIn = one.notHandedIn.filter(({ id }) => id !== asked.params.id)
    return { value: {} }
  },
  'POST /citizen/cases/:number/supply': (world, asked) => {
    const one = caseOf(world, asked),
      { materialIds } = asked.body as { materialIds: string[] }
    const handedIn = ({ id }: { id: string }) => materialIds.includes(id)
    one.materials.push(...one.notHandedIn.filter(handedIn))
    one.notHandedIn = one.notHandedIn.filter((material) => !handedIn(material))
    if (one.supplement) one.supplement.suppliedAt = Date.now()
    Object.assign(one, { version: one.version + 1, paused: null, can: { ...one.can, supply: false } })
    one.next = { ...one.next, text: '工作人员正在看您补的材料', yourTurn: false }
    one.history.push({ at: Date.now(), text: '您补交了材料', by: one.applicantName })
    return { value: { version: one.version } }
  },
  'POST /citizen/cases/:number/messages': (world, asked) => {
    const one = caseOf(world, asked)
    one.messages.push({
      at: Date.now(),
      from: one.applicantName,
      text: (asked.body as { text: string }).text,
      mine: true,
    })
    return { value: { version: ++one.version } }
  },
  'POST /citizen/cases/:number/withdraw': (world, asked) => {
    const one = caseOf(world, asked)
    Object.assign(one, { status: 'withdrawn', statusText: '已撤回', can: { ...one.can, withdraw: false } })
    return { value: { version: ++one.version } }
  },
  'POST /citizen/cases/:number/objection': (world, asked) => ({ value: { version: ++caseOf(world, asked).version } }),
  'POST /citizen/cases/:number/replacement': (world, asked) => ({ value: { version: ++caseOf(world, asked).version } }),
  'POST /citizen/cases/:number/end': (world, asked) => {
    const one = caseOf(world, asked),
      { ground, reason } = asked.body as { ground: string; reason: string }
    one.askedToEndAt = Date.now()
    one.history.push({ at: Date.now(), text: `结束援助的请求收到了（${ground}：${reason}）`, by: '您' })
    return { value: { version: ++one.version } }
  },
  'GET /verify/:code': (_, { params }) => {
    if (params.code !== 'GENUINE-CODE-1') throw new Refused('notFound')
    return {
      value: {
        genuine: true,
        title: '给予法律援助决定书',
        number: '兰新法援决字〔2026〕12号',
        issuedOn: '2026-11-23',
        agency: '兰州新区法律援助中心',
        recipientMasked: '王**',
        sha256: null,
      },
    }
  },
  ...GUIDE_HANDLERS,
  ...LAW_HANDLERS,
  ...CASES_TOLD_HANDLERS,
  ...FIND_HANDLERS,
  ...ASK_HANDLERS,
  ...QUESTION_HANDLERS,
  ...POINT_HANDLERS,
  'GET /figures': (world) => ({ value: world.figures }),
  'GET /service-points': (world) => ({ value: { items: world.points } }),
}
