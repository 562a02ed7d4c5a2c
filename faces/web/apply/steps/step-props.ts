import type { DraftStore, Snapshot } from '../draft/store.ts'
import type { Form } from '../form/form.ts'
import type { Problems } from '../form/problems.ts'
import type { UploadQueue } from '../photos/queue.ts'

/** What every step's screen is given. */
export interface StepProps {
  form: Form
  change: (change: Partial<Form>) => void
  problems: Problems
  store: DraftStore
  snapshot: Snapshot
  queue: UploadQueue
}
