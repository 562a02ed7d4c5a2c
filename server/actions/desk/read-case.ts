import { availableCommands } from '@fatong/casework/application/available.ts'
import { clocksOf } from '@fatong/casework/application/clocks.ts'
import { readsMessagesFor } from '@fatong/casework/application/permissions.ts'
import { closedRefusals } from '@fatong/casework/application/reviewing.ts'
import { serviceOfCase } from '@fatong/casework/application/service.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { withTerm } from '@fatong/casework/application/supplement-term.ts'
import { FILE_PAPERS, filePapersOf } from '@fatong/casework/file/file-papers.ts'
import { CHANNELS } from '@fatong/casework/vocabulary.ts'
import { type readCasePage as route, type CasePage } from '@fatong/contract/desk/cases.ts'
import { COMMAND_LABELS, type DeskCommand } from '@fatong/contract/desk/commands.ts'
import { REFUSAL_WORDING } from '@fatong/contract/refusals.ts'
import { ageOn, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import type { StoredEvent } from '../../db/stores/cases/history.ts'
import { maskAddress, maskIdNumber, maskPhone } from '../../identity/masking/mask.ts'
import { CASEWORK_SETTING, readCasework } from '../administration/settings.ts'
import { actorFor } from '../casework/acting.ts'
import { matterOf } from '../casework/documents/paper.ts'
import { loadCase } from '../casework/load-case.ts'
import { recorded } from '../casework/recorded.ts'
import { staffLine } from '../casework/wording/history.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory, type Directory } from '../places/directory.ts'

/** The case as one page, with what this person can do now and why the rest has to wait. The reading is written down. */
export async function readCasePage(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof route>,
): Promise<Outcome<CasePage>> {
  const access = accessOf(caller)
  const loaded = await loadCase(parts, access, params.id)
  if (!loaded) return failed('notFound')
  const { state } = loaded
  const now = parts.clock.now()
  const [casework, calendar, office, parameters, places, actor] = await Promise.all([
    parts.stores.lawSettings.setting(CASEWORK_SETTING),
    parts.law.calendar(),
    parts.law.office(state.agencyId),
    parts.law.parameters(),
    directory(parts),
    actorFor(parts, caller, state),
  ])
  const side = readsMessagesFor(actor, state)
  const [events, documents, people, unread, waiting] = await Promise.all([
    parts.stores.cases.history(access, params.id),
    parts.stores.documents.ofCase(access, params.id),
    peopleOf(parts, caller, state, now),
    side === null || state.messages.length === 0 ? 0 : parts.stores.cases.unreadMessages(access, params.id, side),
    parts.stores.materials.notHandedIn(
      access,
      params.id,
      state.materials.map(({ id }) => id),
    ),
  ])
  await parts.database.commit({
    access,
    audit: [
      {
        at: now,
        actor: {
          kind: 'staff',
          id: caller.staffId,
          name: caller.name,
          role: actor.roles[0] ?? null,
          placeId: actor.placeId,
          channel: 'desk',
        },
        action: 'read',
        subjectKind: 'case',
        subjectId: params.id,
        caseId: params.id,
        fields: ['casePage'],
      },
    ],
  })
  return done(
    {
      id: params.id,
      version: state.version,
      // What was put down before the facts counted is shown as they make it, and a term as it is counted.
      state: shown(state, calendar),
      unread: side === null ? null : unread,
      clocks: clocksOf(state, now, { calendar, office }),
      matterText: matterOf(state),
      placeName: places.byId.get(state.placeId)?.name ?? '',
      agencyName: places.byId.get(state.agencyId)?.name ?? '',
      people,
      assessment: state.form ? assess(state.form.facts, localDateOf(state.openedAt), parameters, calendar) : null,
      closedRefusals: closedRefusals(state, { parameters, calendar }),
      history: events.map((event) => historyLine(event, places)),
      documents: documents.map(({ id, kind, title, number, issuedAt }) => ({ id, kind, title, number, issuedAt })),
      notHandedIn: waiting.map(({ id, kind, addedAt }) => ({ id, kind, addedAt })),
      filePapers: filePapersOf(events.map(recorded)).map((paper) => ({ ...paper, title: FILE_PAPERS[paper.kind] })),
      supplementDays: readCasework(casework).supplementDays,
      commands: availableCommands(state, { actor, now, calendar, office, parameters })
        .filter(({ command }) => command in COMMAND_LABELS)
        .map(({ command, allowed, refusal }) => ({
          command,
          label: COMMAND_LABELS[command as DeskCommand],
          allowed,
          why: refusal ? REFUSAL_WORDING[refusal] : null,
        })),
    },
    { etag: String(state.version) },
  )
}

function shown(state: CaseState, calendar: WorkCalendar): CaseState {
  const counted = withTerm(state, calendar)
  return counted.form ? { ...counted, form: { ...counted.form, serviceForm: serviceOfCase(counted) } } : counted
}

function historyLine(stored: StoredEvent, places: Directory): CasePage['history'][number] {
  const event = recorded(stored)
  const { actor } = event
  const { text, detail } = staffLine(event)
  const { documentNumber } = stored.data as { documentNumber?: string }
  return {
    version: stored.version,
    at: stored.at,
    by: actor.name,
    place: actor.placeId ? (places.byId.get(actor.placeId)?.name ?? null) : null,
    channel: CHANNELS[actor.channel],
    text,
    detail,
    documentNumber: documentNumber ?? null,
  }
}

async function peopleOf(
  parts: Parts,
  caller: StaffCaller,
  state: CaseState,
  now: Instant,
): Promise<CasePage['people']> {
  const wanted = [
    { id: state.form?.applicant.personId, part: 'applicant' as const },
    { id: state.form?.proxy?.personId, part: 'proxy' as const },
    { id: state.letter?.defendant.personId, part: 'applicant' as const },
  ].flatMap(({ id, part }) => (id ? [{ id, part }] : []))
  const found = await Promise.all(
    wanted.map(async ({ id, part }) => {
      const person = await parts.stores.people.find(accessOf(caller), id)
      if (!person) return []
      const open = (field: 'person.idNumber' | 'person.phone' | 'person.address', sealed: Buffer | null) =>
        sealed ? parts.crypto.decrypt(field, sealed) : null
      const idNumber = open('person.idNumber', person.idNumberEnc),
        phone = open('person.phone', person.phoneEnc),
        address = open('person.address', person.addressEnc)
      const birth = idNumber ? `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}` : null
      return [
        {
          personId: id,
          part,
          name: person.name,
          idNumberMasked: idNumber && maskIdNumber(idNumber),
          phoneMasked: phone && maskPhone(phone),
          addressMasked: address && maskAddress(address),
          gender: idNumber ? (Number(idNumber[16]) % 2 === 1 ? '男' : '女') : null,
          age: birth ? ageOn(birth as never, localDateOf(now)) : null,
        },
      ]
    }),
  )
  return found.flat()
}
