import { mayHaveHappened, type Failure, type Result } from '../../../ui/api/result.ts'
import { uuid } from '../../../ui/uuid.ts'
import type { Material } from '../draft/store.ts'
import { forgetFile, forgetFiles, keepFile, keptFiles } from './kept-files.ts'
import type { MaterialKind } from './kinds.ts'
import { prepare, sha256, type Prepared } from './shrink.ts'

/** `already`: the same paper is there, it counts once. */
type WhyNot = Extract<Prepared, { ok: false }>['why'] | 'already'
export interface Upload {
  key: string
  kind: MaterialKind
  name: string
  /** address of the picture on the phone; empty for a PDF */
  preview: string
  state: 'preparing' | 'sending' | 'failed' | 'refused'
  failure: Failure | null
  why: WhyNot | null
  file: Blob | null
}
/** Takes in what the service has now; false when it was there before. */
export type Arrive = (material: Material) => boolean
export type Send = (
  kind: MaterialKind,
  name: string,
  file: Blob,
  headers: Record<string, string>,
) => Promise<Result<Material>>

const previewOf = (file: Blob): string => (file.type.startsWith('image/') ? URL.createObjectURL(file) : '')

/**
 * Files on their way: shrunk, kept on the phone, sent one after the other, and sent again when the network is back. It
 * belongs to the draft, not to the screen, so that one may go on filling in.
 */
export class UploadQueue {
  /** what each sent file looked like, by the id of its material */
  readonly previews = new Map<string, string>()
  private uploads: readonly Upload[] = []
  private readonly listeners = new Set<() => void>()
  private line: Promise<void> = Promise.resolve()

  constructor(
    private readonly shelf: string,
    private readonly send: Send,
    private readonly arrive: Arrive,
  ) {}

  read = (): readonly Upload[] => this.uploads
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Takes up what an earlier visit left, and listens for the network. Returns how to stop. */
  open(): () => void {
    addEventListener('online', this.retry)
    void keptFiles(this.shelf).then((kept) => {
      for (const { key, kind, name, file } of kept) {
        if (this.uploads.some((one) => one.key === key)) continue
        const upload: Upload = {
          key,
          kind,
          name,
          file,
          preview: previewOf(file),
          state: 'sending',
          failure: null,
          why: null,
        }
        this.tell([...this.uploads, upload])
        this.deliver(upload, file)
      }
    })
    return () => removeEventListener('online', this.retry)
  }

  async add(kind: MaterialKind, files: readonly File[]): Promise<void> {
    for (const file of files) {
      const key = uuid()
      this.tell([
        ...this.uploads,
        { key, kind, name: file.name, preview: '', state: 'preparing', failure: null, why: null, file: null },
      ])
      const ready = await prepare(file)
      if (!ready.ok) {
        this.change(key, { state: 'refused', why: ready.why })
        continue
      }
      await keepFile({ key, shelf: this.shelf, kind, name: ready.name, file: ready.file })
      this.change(key, { name: ready.name, file: ready.file, preview: previewOf(ready.file) })
      const known = this.uploads.find((one) => one.key === key)
      if (known) this.deliver(known, ready.file)
    }
  }

  again(upload: Upload): void {
    if (upload.file) this.deliver(upload, upload.file)
  }

  drop(key: string): void {
    this.tell(this.uploads.filter((one) => one.key !== key))
    void forgetFile(key)
  }

  clear(): void {
    this.tell([])
    void forgetFiles(this.shelf)
  }

  private retry = (): void => {
    for (const upload of this.uploads)
      if (upload.state === 'failed' && upload.failure && mayHaveHappened(upload.failure)) this.again(upload)
  }

  private deliver(upload: Upload, file: Blob): void {
    this.change(upload.key, { state: 'sending', failure: null })
    this.line = this.line.then(async () => {
      // taken away while it waited
      if (!this.uploads.some((one) => one.key === upload.key)) return
      const sum = await sha256(file)
      const result = await this.send(upload.kind, upload.name, file, {
        'X-File-Type': file.type,
        ...(sum ? { 'X-File-Sha256': sum } : {}),
      })
      if (!result.ok) return this.change(upload.key, { state: 'failed', failure: result.failure })
      if (!this.arrive(result.value)) {
        void forgetFile(upload.key)
        return this.change(upload.key, { state: 'refused', why: 'already' })
      }
      this.previews.set(result.value.id, upload.preview)
      this.drop(upload.key)
    })
  }

  private change(key: string, to: Partial<Upload>): void {
    this.tell(this.uploads.map((one) => (one.key === key ? { ...one, ...to } : one)))
  }
  private tell(uploads: readonly Upload[]): void {
    this.uploads = uploads
    for (const listener of this.listeners) listener()
  }
}
