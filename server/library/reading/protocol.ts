import type { Collection } from '@fatong/knowledge/library/collection.ts'

/** What the thread that reads an upload says, in this order; each piece is asked for, so that no message keeps the service busy for long. */
export type Told =
  | { kind: 'opened'; files: number }
  /** What is wrong with the file, in Chinese, for the person who sent it. */
  | { kind: 'refused'; problem: string }
  | { kind: 'piece'; laws: Collection['laws']; cases: Collection['cases'] }
  | { kind: 'read'; report: Collection['report'] }
  | { kind: 'broken'; problem: string }
export interface UploadFile {
  name: string
  bytes: Uint8Array
}
