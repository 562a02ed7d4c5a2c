import type { ApplicationForm } from '@fatong/casework/application/types.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { OwnData } from '../../db/stores/own-data.ts'
import { openParticulars, withoutParticulars } from '../casework/particulars.ts'
import { toldLines } from '../casework/particulars-told.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller } from '../caller.ts'
import { readTalk } from '../consultation/opened-session.ts'
import { readThread } from '../consultation/tickets/thread.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { ownFilePapers } from './own-file-papers.ts'

type Sealed = NonNullable<OwnData['self']>

/** The form with what is sealed in it readable, as it is kept and in words (`told`). */
function opened(parts: Parts, form: ApplicationForm | null, openedAt: Instant, self: Sealed): unknown {
  if (form === null) return form
  const { particulars: _, ...rest } = form
  const told = openParticulars(parts, form, self.profile as Record<string, unknown>)
  const idNumber =
    form.applicant?.personId === self.id && self.idNumberEnc
      ? parts.crypto.decrypt('person.idNumber', self.idNumberEnc)
      : undefined
  return { ...rest, ...told, told: toldLines(idNumber, told, { form, openedAt }) }
}

/** Everything kept of the citizen who asks, readable, to take away (个人信息保护法 45). Asked with their own rights only. */
export async function exportMyData(parts: Parts, caller: CitizenCaller): Promise<Outcome<Record<string, unknown>>> {
  const entry = auditEntry(parts, caller, { action: 'export', subjectKind: 'person', subjectId: caller.personId })
  const { self, drafts, cases, materials, documents, ...rest } = await parts.stores.ownData.collect(
    accessOf(caller),
    caller.personId,
    entry,
  )
  if (!self) return failed('notFound')
  const { crypto, clock } = parts
  const [tickets, consultations] = await Promise.all([
    parts.stores.tickets.ofPerson(accessOf(caller), caller.personId),
    parts.stores.consultations.ofPerson(caller.personId, clock.now()),
  ])
  const told = await Promise.all(
    cases.map(async ({ agencyId, ...one }) => {
      const ofCase = documents.filter(({ caseId }) => caseId === one.id)
      return {
        ...one,
        form: opened(parts, one.form as ApplicationForm | null, (one.submittedAt ?? clock.now()) as Instant, self),
        materials: materials.filter(({ caseId }) => caseId === one.id).map(({ caseId: _, ...material }) => material),
        documents: ofCase.map(({ caseId: _, ...document }) => document),
        filePapers: await ownFilePapers(parts, caller, { id: one.id, agencyId, issued: ofCase }),
      }
    }),
  )
  return done({
    exportedAt: clock.now(),
    person: {
      id: self.id,
      name: self.name,
      birthDate: self.birthDate,
      gender: self.gender,
      profile: withoutParticulars(self.profile as Record<string, unknown>),
      createdAt: self.createdAt,
      idNumber: self.idNumberEnc && crypto.decrypt('person.idNumber', self.idNumberEnc),
      phone: self.phoneEnc && crypto.decrypt('person.phone', self.phoneEnc),
      address: self.addressEnc && crypto.decrypt('person.address', self.addressEnc),
    },
    cases: told,
    drafts: drafts.map(({ dataEnc, ...draft }) => ({
      ...draft,
      data: JSON.parse(crypto.decrypt('draft.data', dataEnc)) as unknown,
    })),
    questions: tickets.map((ticket) => ({
      number: ticket.number,
      topic: ticket.topic,
      state: ticket.state,
      openedAt: ticket.openedAt,
      rating: ticket.rating,
      thread: readThread(parts, ticket),
    })),
    consultations: consultations.map((session) => ({
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
      turns: readTalk(parts, session).conversation.turns,
    })),
    ...rest,
  })
}
