import { randomUUID } from 'node:crypto'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../../server/db/access.ts'
import type { CaseRow } from '../../server/db/rows.ts'
import { newSlot } from '../../server/db/writeset.ts'
import type { WriteSet } from '../../server/db/writeset.ts'

export const AGENCY = '00000000-0000-4000-8000-000000000001'
const places = [AGENCY, ...Array.from({ length: 40 }, () => randomUUID())]
const STAFF: AccessContext = {
  kind: 'staff',
  staffId: randomUUID(),
  roles: ['clerk', 'approver', 'assigner'],
  placeIds: places,
}
const lawyers = Array.from({ length: 15 }, () => ({ id: randomUUID(), firm: randomUUID() }))
const FAMILY = [...'王李张刘陈杨黄赵吴周徐孙马朱胡']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英']
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!
const name = () => pick(FAMILY) + pick(GIVEN) + (Math.random() < 0.7 ? pick(GIVEN) : '')
const story = '我在工地干了三个月，老板一直没有给工资，打电话也不接。'.repeat(6)

/** A case as the four commands of one day write it: sizes like those of the service. */
export class ProbeCase {
  readonly id = randomUUID()
  private version = 0
  private readonly person = randomUUID()
  private readonly applicant = name()
  private readonly lawyer = pick(lawyers)
  private number = ''

  constructor(private readonly now: () => number) {}

  next(): WriteSet | undefined {
    const step = [this.apply, this.accept, this.decide, this.assign][this.version]
    return step?.call(this)
  }

  written(version: number, numbers: Record<string, string>): void {
    this.version = version
    if (version === 1) this.number = Object.values(numbers)[0]!
  }

  private set(
    type: string,
    status: CaseRow['status'],
    access: AccessContext,
    more: Partial<WriteSet>,
    row: Partial<CaseRow> = {},
  ): WriteSet {
    const now = this.now() as Instant
    return {
      access,
      idempotencyKey: {
        scope: this.person,
        key: randomUUID(),
        requestHash: 'x'.repeat(64),
        reply: { id: this.id, version: this.version + 1 },
      },
      stream: {
        caseId: this.id,
        expectedVersion: this.version,
        events: [
          {
            type,
            at: now,
            data:
              this.version === 0
                ? this.form()
                : { note: '材料齐全，符合条件', documentNumber: more.documents?.[0]?.number },
            meta: {
              actor: {
                kind: access.kind,
                id: this.person,
                name: this.applicant,
                roles: [],
                placeId: AGENCY,
                channel: 'web',
              },
            },
          },
        ],
        row: {
          id: this.id,
          number: this.number,
          kind: 'application',
          status,
          matter: 'laborPay',
          serviceForm: 'laborRepresentation',
          applicantName: this.applicant,
          applicantId: this.person,
          placeId: AGENCY,
          agencyId: AGENCY,
          opponents: '兰州某某建筑工程有限公司',
          claimFen: 3_600_000,
          submittedAt: now,
          dueTarget: now,
          dueStatutory: '2026-12-01' as LocalDate,
          nextDue: (now + Math.floor(Math.random() * 1e9)) as Instant,
          light: 'green',
          updatedAt: now,
          steps: [{ step: 'apply', at: now }],
          state: {
            ...this.form(),
            status,
            version: this.version,
            materials: [],
            steps: [1, 2, 3, 4].map((n) => ({ n, at: now })),
          },
          ...row,
        },
      },
      audit: [
        {
          at: now,
          actor: {
            kind: access.kind === 'citizen' ? 'citizen' : 'staff',
            id: this.person,
            name: this.applicant,
            channel: 'web',
          },
          action: 'change',
          subjectKind: 'case',
          subjectId: this.id,
          caseId: this.id,
        },
      ],
      outbox: [
        {
          channel: 'notice',
          recipientKind: 'person',
          recipientId: this.person,
          payload: { kind: type, caseId: this.id },
          caseId: this.id,
          at: now,
        },
      ],
      steps: [
        {
          caseId: this.id,
          agencyId: AGENCY,
          day: '2026-11-23' as LocalDate,
          step: 'apply',
          minutes: 12,
          sameDay: true,
        },
      ],
      ...more,
    }
  }

  private form() {
    return {
      matter: 'laborPay',
      applicant: { personId: this.person, name: this.applicant },
      story,
      claimFen: 3_600_000,
      opponents: [{ name: '兰州某某建筑工程有限公司', kind: 'organisation' }],
      facts: { employed: true, owedMonths: 3, migrantWorker: true },
      consents: { notice: 'v1', sensitive: true, meansQuery: true },
      materials: [1, 2, 3].map(() => ({
        id: randomUUID(),
        kind: 'wageEvidence',
        name: '欠条.jpg',
        sha256: 'a'.repeat(64),
        mediaType: 'image/jpeg',
        bytes: 123_456,
      })),
    }
  }

  private apply(): WriteSet {
    const { slot, marker } = newSlot()
    this.number = marker
    return this.set(
      'applicationSubmitted',
      'submitted',
      { kind: 'citizen', personId: this.person },
      {
        numbers: [{ slot, agencyId: AGENCY, kind: 'case', year: 2026, format: 'LZXQ-2026-%s', pad: 5 }],
        parties: [
          { caseId: this.id, side: 'applicant', name: this.applicant, personId: this.person },
          { caseId: this.id, side: 'opponent', name: '兰州某某建筑工程有限公司' },
        ],
      },
    )
  }

  private withDocument(kind: string) {
    const { slot, marker } = newSlot()
    return {
      numbers: [{ slot, agencyId: AGENCY, kind, year: 2026, format: '兰新法援决字〔2026〕第%s号', pad: 4 }],
      documents: [
        {
          id: randomUUID(),
          caseId: this.id,
          kind,
          number: marker,
          title: '决定书',
          data: { applicant: this.applicant, story },
          issuedAt: this.now() as Instant,
          verifyCode: randomUUID(),
        },
      ],
    }
  }

  private accept(): WriteSet {
    return this.set('applicationAccepted', 'accepted', STAFF, this.withDocument('receipt'))
  }
  private decide(): WriteSet {
    return this.set('aidGranted', 'granted', STAFF, this.withDocument('grant'))
  }
  private assign(): WriteSet {
    const at = this.now() as Instant
    return this.set(
      'lawyerAssigned',
      'assigned',
      STAFF,
      {
        ...this.withDocument('assignment'),
        representations: [{ caseId: this.id, lawyerId: this.lawyer.id, firmId: this.lawyer.firm, since: at }],
      },
      { lawyerId: this.lawyer.id, firmId: this.lawyer.firm, lawyerName: '某律师' },
    )
  }
}
