import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import type { StoredEvent } from '../../db/stores/cases/history.ts'

/** An event as casework knows it, from its row. */
export const recorded = ({ type, data, at, meta, version }: StoredEvent): RecordedEvent =>
  ({ type, data, at, actor: (meta as { actor: RecordedEvent['actor'] }).actor, version }) as RecordedEvent
