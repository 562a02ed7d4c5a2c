import type { CitizenCase } from '@fatong/contract/citizen/case.ts'
import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import type { calculatorFigures } from '@fatong/contract/figures.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import type { z } from 'zod'
import type { MaterialView } from '@fatong/contract/values.ts'

export type Material = z.infer<typeof MaterialView>
export interface DraftRow {
  id: string
  secret: string
  version: number
  data: Record<string, unknown>
  materials: Material[]
}

/** Everything the mock remembers, open to tests. */
export interface World {
  drafts: Map<string, DraftRow>
  cases: Map<string, CitizenCase>
  submitted: ApplicationEntry[]
  /** commands by idempotency key, with the text they were given */
  answered: Map<string, { body: string; reply: unknown }>
  /** phones signed in, by session */
  sessions: Map<string, string>
  staff: { name: string; assisting?: { officeName: string; custodyPlace: boolean } } | null
  /** the place a helper chose and may not file at */
  chosenOffice?: string
  /** what was said about answers, and with which leave to learn consultations were begun */
  told: unknown[]
  /** what the desk released for calculators */
  figures: ReplyOf<typeof calculatorFigures>
  /** the next so many uploads fail */
  failUploads: number
  /** the next submission is carried out but its answer is lost */
  loseAnswer: boolean
  points: {
    id: string
    name: string
    kindText: string
    address: string
    phone: string | null
    openNow: boolean | null
    hoursText: string
  }[]
}
export const CODE = '246810'

export const newWorld = (): World => ({
  drafts: new Map(),
  cases: new Map(),
  submitted: [],
  answered: new Map(),
  sessions: new Map(),
  staff: null,
  told: [],
  figures: { items: [], calendar: [] },
  failUploads: 0,
  loseAnswer: false,
  points: [
    {
      id: 'p1',
      name: '兰州新区公共法律服务中心',
      kindText: '公共法律服务中心',
      address: '兰州新区彩虹城政务大厅一楼',
      phone: '0931-8250148',
      openNow: true,
      hoursText: '周一到周五 8:30–12:00，14:30–18:00',
    },
    {
      id: 'p2',
      name: '中川镇公共法律服务工作站',
      kindText: '乡镇工作站',
      address: '中川镇政府院内',
      phone: null,
      openNow: false,
      hoursText: '周一到周五 9:00–17:00',
    },
  ],
})
