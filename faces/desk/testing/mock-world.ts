/// <reference types="node" />
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { ServerResponse } from 'node:http'
import { NOW, newCases, type MockCase } from './mock-cases.ts'
import { newStaff, type MockStaff } from './mock-people.ts'

/** Everything the mock knows, new for every test. */
export interface World {
  staff: Map<string, MockStaff>
  cases: MockCase[]
  /** session cookie -> login */
  sessions: Map<string, string>
  listeners: Set<ServerResponse>
  /** Idempotency-Key -> what was answered */
  answered: Map<string, { body: string; status: number; reply: unknown }>
  /** commands that were really carried out, by type */
  carriedOut: string[]
  numbers: number
  now: Instant
  uploads: Map<string, Buffer>
  /** case -> step up to which its messages were opened */
  seen: Map<string, number>
  /** what the administration pages changed */
  saved: { route: string; body: unknown }[]
}

export function newWorld(): World {
  const staff = newStaff()
  return {
    staff,
    cases: newCases(staff),
    sessions: new Map(),
    listeners: new Set(),
    answered: new Map(),
    carriedOut: [],
    numbers: 40,
    now: NOW,
    uploads: new Map(),
    seen: new Map(),
    saved: [],
  }
}

export function caseOf(world: World, id: string): MockCase {
  const found = world.cases.find((one) => one.id === id)
  if (!found) throw new Refused('notFound')
  return found
}

/** Tells every open desk that a case changed. */
export function announce(world: World, one: MockCase): void {
  const data = JSON.stringify({
    id: one.id,
    number: one.open.number,
    status: one.open.status,
    version: one.open.version,
  })
  for (const listener of world.listeners) listener.write(`event: case\ndata: ${data}\n\n`)
}

export class Refused extends Error {
  readonly code: string
  readonly more: { refusal?: string; detail?: string; fields?: Record<string, string> }
  constructor(code: string, more: Refused['more'] = {}) {
    super(code)
    this.code = code
    this.more = more
  }
}
