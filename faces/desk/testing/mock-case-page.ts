/// <reference types="node" />
import { availableCommands } from '@fatong/casework/application/available.ts'
import { clocksOf } from '@fatong/casework/application/clocks.ts'
import { closedRefusals } from '@fatong/casework/application/reviewing.ts'
import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import { FILE_PAPERS, filePapersOf } from '@fatong/casework/file/file-papers.ts'
import { CHANNELS } from '@fatong/casework/vocabulary.ts'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { COMMAND_LABELS, type DeskCommand } from '@fatong/contract/desk/commands.ts'
import { REFUSAL_WORDING } from '@fatong/contract/refusals.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { SETTINGS, type MockCase } from './mock-cases.ts'
import { unreadOf } from './mock-lines.ts'
import { PLACE_NAMES, type MockStaff } from './mock-people.ts'
import type { World } from './mock-world.ts'

const HAPPENED: Partial<Record<RecordedEvent['type'], string>> = {
  applicationSubmitted: '提交申请',
  applicationAccepted: '受理',
  reviewRecorded: '填写审查意见',
  supplementRequested: '通知补正',
  aidGranted: '决定给予法律援助',
  aidRefused: '决定不予援助',
  lawyerAssigned: '指派承办人',
  assignmentAccepted: '承办人接受指派',
  engagementRecorded: '签订委托协议',
  workStarted: '首次约见',
  progressReported: '通报进展',
  messageLeft: '留言',
  materialsSupplied: '补交材料',
  notificationRegistered: '登记通知函',
}

export function casePageOf(world: World, one: MockCase, person: MockStaff): CasePage {
  const state = one.open
  const applicant = state.form?.applicant ?? state.letter?.defendant
  return {
    id: one.id,
    version: state.version,
    state,
    unread: unreadOf(world, one),
    clocks: clocksOf(state, world.now, SETTINGS),
    matterText: state.form ? '老板欠工资' : (state.letter?.charge ?? ''),
    placeName: PLACE_NAMES[state.placeId] ?? '',
    agencyName: PLACE_NAMES[state.agencyId] ?? '',
    people: applicant
      ? [
          {
            personId: applicant.personId,
            part: 'applicant',
            name: applicant.name,
            idNumberMasked: '6201**********4519',
            phoneMasked: '139****1234',
            addressMasked: '甘肃省兰州市永登县****',
            gender: '男',
            age: 47,
          },
        ]
      : [],
    assessment: state.form
      ? assess(state.form.facts, localDateOf(state.openedAt), SETTINGS.parameters, SETTINGS.calendar)
      : null,
    closedRefusals: closedRefusals(state, SETTINGS),
    history: one.events.map((e) => ({
      version: e.version,
      at: e.at,
      by: e.actor.name,
      place: e.actor.placeId ? (PLACE_NAMES[e.actor.placeId] ?? null) : null,
      channel: CHANNELS[e.actor.channel],
      text: HAPPENED[e.type] ?? e.type,
      detail: 'note' in e.data ? e.data.note : null,
      documentNumber: 'documentNumber' in e.data ? (e.data.documentNumber ?? null) : null,
    })),
    documents: one.documents,
    notHandedIn: one.notHandedIn,
    filePapers: filePapersOf(one.events).map((paper) => ({ ...paper, title: FILE_PAPERS[paper.kind] })),
    supplementDays: 7,
    commands: availableCommands(state, { actor: person.actor, now: world.now, ...SETTINGS })
      .filter(({ command }) => command in COMMAND_LABELS)
      .map(({ command, allowed, refusal }) => ({
        command,
        label: COMMAND_LABELS[command as DeskCommand],
        allowed,
        why: refusal ? REFUSAL_WORDING[refusal] : null,
      })),
  }
}
