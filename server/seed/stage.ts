import { Readable } from 'node:stream'
import type { MaterialKind } from '@fatong/casework/vocabulary.ts'
import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { CitizenCaller, StaffCaller } from '../actions/caller.ts'
import { candidatesFor } from '../actions/casework/candidates.ts'
import { deskCommand } from '../actions/casework/desk-command.ts'
import { loadCase } from '../actions/casework/load-case.ts'
import { submitApplication } from '../actions/casework/submit-application.ts'
import { leaveMessage, object, requestReplacement, withdraw } from '../actions/citizen-case/index.ts'
import { startDraft } from '../actions/drafts/start-draft.ts'
import { uploadToDraft } from '../actions/drafts/upload-to-draft.ts'
import type { Outcome } from '../actions/outcome.ts'
import type { Parts } from '../actions/parts.ts'
import { SYSTEM } from '../db/access.ts'
import { entryOf, samplePhone } from './applicants.ts'
import type { Cast } from './cast.ts'
import type { SampleCase } from './cases.ts'
import { cardPicture, paperPicture, signaturePicture } from './pictures.ts'
import type { Stage } from './script.ts'

/** A refusal while playing the sample is a mistake in its script. */
function must<T>(what: string, outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the sample district: ${what} was refused: ${JSON.stringify(outcome)}`)
  return outcome.value
}

const PAPERS: readonly { kind: MaterialKind; name: string; picture: (serial: number) => Buffer }[] = [
  { kind: 'idFront', name: '身份证正面（样例）.png', picture: () => cardPicture(true) },
  { kind: 'caseMaterial', name: '材料照片（样例）.png', picture: (serial) => paperPicture(serial % 4) },
  { kind: 'signature', name: '签名（样例）.png', picture: (serial) => signaturePicture(serial % 6) },
]

/** One sample case on its way: who the applicant is, and which case it became. */
export class PlayedCase {
  private caseId = ''
  private number = ''
  private applicant: CitizenCaller
  constructor(
    private readonly parts: Parts,
    private readonly cast: Cast,
    private readonly one: SampleCase,
    private readonly serial: number,
  ) {
    this.applicant = {
      kind: 'citizen',
      ip: '127.0.0.1',
      userAgent: 'sample',
      personId: '',
      name: one.name,
      sessionId: 'sample',
    }
  }

  /** The case at a moment, as the script acts on it. */
  stage(at: Instant): Stage {
    const desk: Stage['desk'] = (login, command, body) => this.command(this.cast.byLogin(login), command, body)
    const asked = <B>(body: B) => ({ params: { number: this.number }, query: {}, body })
    const { parts } = this
    return {
      at,
      today: localDateOf(at),
      desk,
      submit: () => this.submit(),
      assign: () => this.assign(),
      lawyer: async (command, body) =>
        this.command(this.cast.byId((await this.state()).assignment?.provider.staffId ?? ''), command, body),
      withdraw: async (reason) => {
        must('withdraw', await withdraw(parts, this.applicant, asked({ reason })))
      },
      object: async (statement) => {
        must('object', await object(parts, this.applicant, asked({ statement })))
      },
      askForAnother: async (reason) => {
        must('requestReplacement', await requestReplacement(parts, this.applicant, asked({ reason })))
      },
      message: async (text) => {
        must('leaveMessage', await leaveMessage(parts, this.applicant, asked({ text, to: 'lawyer' as const })))
      },
    }
  }

  private async submit(): Promise<void> {
    const { parts, one, serial, cast } = this
    if (one.helper === undefined) await this.signIn()
    const caller = one.helper === undefined ? this.applicant : cast.byLogin(one.helper)
    const { draft, secret } = must(
      'startDraft',
      await startDraft(parts, caller, { params: {}, query: {}, body: { data: {} } }),
    )
    for (const { kind, name, picture } of PAPERS) {
      must(
        name,
        await uploadToDraft(parts, caller, {
          params: { id: draft.id },
          query: { kind, name },
          body: Readable.from([picture(serial)]),
          contentType: 'image/png',
          draftSecret: secret,
        }),
      )
    }
    // A helper of a village puts the application down where they are.
    const entry = entryOf(one, serial, one.helper === undefined ? cast.placeOf(one.town) : undefined)
    const receipt = must(
      `submit ${one.name}`,
      await submitApplication(parts, caller, {
        params: {},
        query: {},
        body: { draftId: draft.id, draftSecret: secret, entry },
      }),
    )
    this.caseId = receipt.id
    this.number = receipt.number
  }

  /** Somebody becomes known by the phone they sign in with; the message with the code is left out. */
  private async signIn(): Promise<void> {
    const { crypto: sealing, stores, clock } = this.parts
    const phone = samplePhone(this.serial)
    const phoneBidx = sealing.blindIndex('phone', phone)
    const { name } = this.one
    const { id } = await stores.people.ofPhone(phoneBidx, name, {
      id: crypto.randomUUID(),
      name,
      phoneEnc: sealing.encrypt('person.phone', phone),
      phoneBidx,
      createdAt: clock.now(),
    })
    this.applicant = { ...this.applicant, personId: id }
  }

  private async assign(): Promise<void> {
    const assigner = this.cast.byLogin('zhipai')
    const best = (await candidatesFor(this.parts, assigner, await this.state())).find(
      ({ banned, findings }) => banned === undefined && findings.length === 0,
    )
    if (!best) throw new Error(`the sample district has nobody for ${this.one.name}`)
    await this.command(assigner, 'assignLawyer', { staffId: best.provider.staffId })
  }

  private command: <C extends Parameters<typeof deskCommand>[0]>(
    caller: StaffCaller,
    command: C,
    body: Parameters<ReturnType<typeof deskCommand<C>>>[2]['body'],
  ) => Promise<void> = async (caller, command, body) => {
    must(
      `${command} for ${this.one.name}`,
      await deskCommand(command)(this.parts, caller, { params: { id: this.caseId }, query: {}, body }),
    )
  }

  private async state() {
    const loaded = await loadCase(this.parts, SYSTEM, this.caseId)
    if (!loaded) throw new Error(`the sample case of ${this.one.name} is not there`)
    return loaded.state
  }
}
