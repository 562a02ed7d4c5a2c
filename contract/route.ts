import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
/** Who may call: the action checks the rest. `draft` = holder of a draft's secret. */
export type Audience = 'anyone' | 'draft' | 'citizen' | 'staff' | 'citizenOrStaff'

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  A extends Audience = Audience,
> {
  id: string
  method: Method
  /** fastify style, under /api: `/desk/cases/:id` */
  path: string
  summary: string
  audience: A
  params: P
  query: Q
  body: B
  reply: R
  /** POST commands take an Idempotency-Key header */
  idempotent: boolean
  /** needs If-Match with the version from the ETag of the last read */
  ifMatch: boolean
  /** other than application/json */
  produces?: string
  consumes?: string
}

const nothing = z.object({})
type Given<P, Q, B, R> = { params?: P; query?: Q; body?: B; reply?: R } & Partial<
  Pick<Route, 'idempotent' | 'ifMatch' | 'produces' | 'consumes'>
>

/** Declares one route; its id is `METHOD path`. */
export function route<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
  R extends z.ZodType = typeof nothing,
  A extends Audience = Audience,
>(method: Method, path: string, audience: A, summary: string, given: Given<P, Q, B, R> = {}): Route<P, Q, B, R, A> {
  return {
    id: `${method} ${path}`,
    method,
    path,
    summary,
    audience,
    params: given.params ?? (nothing as unknown as P),
    query: given.query ?? (nothing as unknown as Q),
    body: given.body ?? (nothing as unknown as B),
    reply: given.reply ?? (nothing as unknown as R),
    idempotent: given.idempotent ?? false,
    ifMatch: given.ifMatch ?? false,
    produces: given.produces,
    consumes: given.consumes,
  }
}

export type ParamsOf<T> = T extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.infer<P> : never
export type QueryOf<T> = T extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.infer<Q> : never
export type BodyOf<T> = T extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.infer<B> : never
export type ReplyOf<T> = T extends Route<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.infer<R> : never
