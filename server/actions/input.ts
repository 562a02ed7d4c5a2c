import type { Readable } from 'node:stream'
import type { BodyOf, ParamsOf, QueryOf } from '@fatong/contract/route.ts'

/** What came with a request, parsed by the route's contract. */
export interface Input<P = unknown, Q = unknown, B = unknown> {
  params: P
  query: Q
  body: B
  /** Idempotency-Key */
  idempotencyKey?: string
  /** If-Match */
  expectedVersion?: number
  /** X-Draft-Secret */
  draftSecret?: string
}

/** The input of a route of the contract: `InputOf<typeof signInStaff>`. */
export type InputOf<R> = Input<ParamsOf<R>, QueryOf<R>, BodyOf<R>>

/** The input of a route whose body is a file: the body is the raw stream, never held whole in memory. */
export type UploadOf<R> = Input<ParamsOf<R>, QueryOf<R>, Readable> & {
  /** Content-Type as declared by the sender; checked, not believed */
  contentType?: string
  /** Content-Length when given, bytes */
  contentLength?: number
  /** X-File-Sha256, 64 hexadecimal digits */
  fileSha256?: string
}
