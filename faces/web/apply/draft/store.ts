import type { ReplyOf } from '@fatong/contract/route.ts'
import type { readDraft } from '@fatong/contract/citizen/draft.ts'
import { mayHaveHappened, type Failure } from '../../../ui/api/result.ts'
import { uuid } from '../../../ui/uuid.ts'
import { api } from '../../api/citizen.ts'
import { newForm, readForm, type Form } from '../form/form.ts'
import { merge } from '../form/merge.ts'
import { forgetKept, readKept, writeKept, type Kept, type Sending, type Shelf } from './kept.ts'

export type Material = ReplyOf<typeof readDraft>['materials'][number]
/** `phone`: kept on this phone only, the network is away. `nowhere`: even the phone refuses. */
export type SaveState = 'new' | 'saving' | 'saved' | 'phone' | 'nowhere'
export interface Snapshot {
  form: Form
  materials: readonly Material[]
  save: SaveState
  notice: 'merged' | 'photosLost' | null
  sending: Sending | null
}

const PAUSE_MS = 900
const RETRY_MS = [2_000, 5_000, 15_000, 30_000]

/**
 * The draft of one application. Every change is kept on the phone at once and sent to the server a moment later; without
 * network it waits and tries again. What was typed is never given up for an answer of the server.
 */
export class DraftStore {
  private kept: Kept
  private snapshot: Snapshot
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private working: Promise<boolean> | null = null
  private failures = 0
  private closed = false

  constructor(private readonly shelf: Shelf) {
    const found = readKept(shelf)
    this.kept = {
      form: readForm(found?.form),
      base: found?.base ?? null,
      server: found?.server ?? null,
      sending: found?.sending ?? null,
      startKey: found?.startKey ?? uuid(),
    }
    this.snapshot = {
      form: this.kept.form,
      materials: [],
      save: found ? 'phone' : 'new',
      notice: null,
      sending: this.kept.sending,
    }
  }

  read = (): Snapshot => this.snapshot
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Starts listening for the network; fetches what the server has. Returns how to stop. */
  open(): () => void {
    this.closed = false
    const again = () => {
      this.failures = 0
      void this.save()
    }
    addEventListener('online', again)
    void this.refresh()
    return () => {
      this.closed = true
      removeEventListener('online', again)
      clearTimeout(this.timer)
      if (this.dirty()) void this.save()
    }
  }

  change(change: Partial<Form>): void {
    this.kept.form = { ...this.kept.form, ...change }
    this.keep()
    if (this.kept.form.matter === '') return
    this.plan(PAUSE_MS)
  }

  setMaterials(materials: readonly Material[]): void {
    this.tell({ materials })
  }
  setSending(sending: Sending | null): void {
    this.kept.sending = sending
    this.keep()
    this.tell({ sending })
  }
  dismissNotice(): void {
    this.tell({ notice: null })
  }

  /** The server's draft, started and up to date; null while it cannot be reached. */
  async server(): Promise<{ id: string; secret: string } | null> {
    if (!this.kept.server || this.dirty()) await this.save()
    return this.kept.server
  }

  /** Puts what was asked in a consultation where the draft is still empty: nobody tells a story twice. False when it could not be reached. */
  async takeIn(talk: { id: string; secret: string }): Promise<boolean> {
    const server = (await this.save()) ? this.kept.server : null
    if (!server) return false
    const taken = await api.attachToDraft({
      params: { id: talk.id },
      headers: { 'X-Draft-Secret': talk.secret },
      body: { draftId: server.id, draftSecret: server.secret, version: server.version },
    })
    if (!taken.ok || !(await this.refresh())) return false
    this.dismissNotice()
    return true
  }

  async discard(): Promise<void> {
    clearTimeout(this.timer)
    const { server } = this.kept
    this.clear()
    if (server) await api.discardDraft({ params: { id: server.id }, headers: { 'X-Draft-Secret': server.secret } })
  }

  /** Forgets the draft on this phone, after it was handed in. */
  clear(): void {
    clearTimeout(this.timer)
    forgetKept(this.shelf)
    this.kept = { form: newForm(), base: null, server: null, sending: null, startKey: uuid() }
    this.tell({ form: this.kept.form, materials: [], save: 'new', notice: null, sending: null })
  }

  private dirty(): boolean {
    return JSON.stringify(this.kept.form) !== JSON.stringify(this.kept.base)
  }

  private tell(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change }
    for (const listener of this.listeners) listener()
  }

  private keep(): void {
    const onPhone = writeKept(this.shelf, this.kept)
    const save = onPhone ? (this.snapshot.save === 'nowhere' ? 'phone' : this.snapshot.save) : 'nowhere'
    this.tell({ form: this.kept.form, save })
  }

  private plan(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), ms)
  }

  private async save(): Promise<boolean> {
    clearTimeout(this.timer)
    if (this.working) await this.working
    if (this.kept.form.matter === '' || (this.kept.server && !this.dirty())) return true
    this.working = this.saveOnce()
    const saved = await this.working
    this.working = null
    if (saved) {
      this.failures = 0
      if (this.dirty()) this.plan(PAUSE_MS)
    } else if (!this.closed) this.plan(RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)] ?? 30_000)
    return saved
  }

  private async saveOnce(): Promise<boolean> {
    this.tell({ save: 'saving' })
    const { server, form } = this.kept
    const data = { ...form } as Record<string, unknown>
    if (!server) {
      const started = await api.startDraft({ body: { data }, idempotencyKey: this.kept.startKey })
      if (!started.ok) {
        // the key belongs to another text: an earlier answer was lost and the form has grown since
        if (started.failure.code === 'keyReused') this.kept.startKey = uuid()
        return this.notSaved(started.failure)
      }
      const { draft, secret } = started.value
      this.agreed(form, { id: draft.id, secret, version: draft.version })
      return true
    }
    const saved = await api.saveDraft({
      params: { id: server.id },
      body: { data, version: server.version },
      headers: { 'X-Draft-Secret': server.secret },
    })
    if (saved.ok) {
      this.agreed(form, { ...server, version: saved.value.version })
      return true
    }
    if (saved.failure.code === 'draftConflict' || saved.failure.status === 412)
      return (await this.refresh()) && this.saveOnce()
    if (isGone(saved.failure)) return this.startAgain()
    return this.notSaved(saved.failure)
  }

  /** Takes over what the server has; differences are joined field by field. */
  private async refresh(): Promise<boolean> {
    const { server } = this.kept
    if (!server) return false
    const found = await api.readDraft({ params: { id: server.id }, headers: { 'X-Draft-Secret': server.secret } })
    if (!found.ok) {
      if (isGone(found.failure)) return this.startAgain()
      return this.notSaved(found.failure)
    }
    const { data, version, materials } = found.value
    const theirs = readForm(data)
    const elsewhere = version !== server.version && JSON.stringify(theirs) !== JSON.stringify(this.kept.form)
    if (version !== server.version) this.kept.form = readForm(merge(this.kept.base, this.kept.form, theirs))
    this.kept.base = theirs
    this.kept.server = { ...server, version }
    this.keep()
    this.tell({
      materials,
      save: this.dirty() ? 'phone' : 'saved',
      ...(elsewhere ? { notice: 'merged' as const } : {}),
    })
    if (this.dirty()) this.plan(PAUSE_MS)
    return true
  }

  /** The server's draft expired: what was typed begins a new one; photos have to be taken again. */
  private startAgain(): Promise<boolean> {
    this.kept.server = null
    this.kept.base = null
    this.kept.startKey = uuid()
    this.keep()
    this.tell({ ...(this.snapshot.materials.length > 0 ? { notice: 'photosLost' as const } : {}), materials: [] })
    return this.saveOnce()
  }

  private agreed(base: Form, server: NonNullable<Kept['server']>): void {
    this.kept.base = base
    this.kept.server = server
    this.keep()
    if (this.snapshot.save !== 'nowhere') this.tell({ save: this.dirty() ? 'saving' : 'saved' })
  }

  private notSaved(failure: Failure): boolean {
    this.tell({ save: this.snapshot.save === 'nowhere' ? 'nowhere' : 'phone' })
    // a text the server will not take (too long) stays on the phone; sending it again unchanged would not help
    if (!mayHaveHappened(failure) && failure.status !== 429) this.failures = RETRY_MS.length
    return false
  }
}

const isGone = ({ status }: Failure): boolean => status === 404 || status === 401 || status === 403
