import type { MediaType } from '../media-types.ts'

/** Why a file is not kept. `says` tells the person what to do. */
export type Rejection =
  | { ok: false; error: 'fileNotAccepted'; says: string }
  | { ok: false; error: 'fileHostile'; says: string; finding: string }
  | { ok: false; error: 'fileChanged'; says: string }

/** What is kept: for photos, the same picture without place, comments and anything after its end. */
export interface Accepted {
  ok: true
  mediaType: MediaType
  bytes: Buffer
}
export type Verdict = Accepted | Rejection

export const notAccepted = (says: string): Rejection => ({ ok: false, error: 'fileNotAccepted', says })
/** `finding` is for the log, in English; the sender is only told that the file is unsafe. */
export const hostile = (finding: string, says = '这个文件里有不安全的内容，没有保存。请直接拍照上传。'): Rejection => ({
  ok: false,
  error: 'fileHostile',
  says,
  finding,
})
export const broken = (): Rejection => ({
  ok: false,
  error: 'fileChanged',
  says: '文件不完整，请重新拍照或重新选一次。',
})
