import type { deskGuide } from '@fatong/contract/knowledge/guides.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { words } from '../words/words.ts'

export type DeskGuide = ReplyOf<typeof deskGuide>
export type GuideVersion = DeskGuide['versions'][number]
export type Body = GuideVersion['body']
export type PartName = 'title' | 'asked' | 'situation' | 'answer' | 'steps' | 'papers' | 'deadlines' | 'where' | 'cost' | 'traps' | 'offers' | 'emergency' | 'reviewed'

export interface Line { text: string; cites: readonly string[] }
export interface MarkedLine extends Line { mark: 'kept' | 'added' | 'removed' }
export interface Part { name: PartName; lines: MarkedLine[] }

const plain = (...texts: string[]): Line[] => texts.map((text) => ({ text, cites: [] }))

/** A guide line by line, in the order in which people read it. */
function linesOf(body: Body): Record<PartName, readonly Line[]> {
  const { title, situation, answer, steps, papers, deadlines, where, cost, traps, asked, offers, emergency, reviewed } = body
  return {
    title: plain(title), situation: plain(situation), answer, steps, deadlines, papers: plain(...papers), where: plain(where), cost: plain(cost), traps,
    asked: plain(...asked), offers: plain(...offers.map((one) => words.guides.offers[one])), emergency: plain(...(emergency ? [words.guides.emergencyLabel] : [])), reviewed: plain(reviewed),
  }
}

/** The parts of a guide; held against an earlier text each line says whether it is new or went away. */
export function partsOf(body: Body, before?: Body): Part[] {
  const now = linesOf(body), then = before && linesOf(before)
  return (Object.keys(now) as PartName[]).map((name) => ({ name, lines: then ? difference(then[name], now[name]) : now[name].map((line) => ({ ...line, mark: 'kept' as const })) }))
}

const same = (a: Line, b: Line): boolean => a.text === b.text && a.cites.join() === b.cites.join()

/** Walks both texts from the top; a line that moved is shown where it was and where it is. */
export function difference(before: readonly Line[], after: readonly Line[]): MarkedLine[] {
  const [one, ...rest] = before
  const [other, ...others] = after
  if (!one) return after.map((line) => ({ ...line, mark: 'added' }))
  if (!other) return before.map((line) => ({ ...line, mark: 'removed' }))
  if (same(one, other)) return [{ ...other, mark: 'kept' }, ...difference(rest, others)]
  const at = after.findIndex((line) => same(line, one))
  if (at < 0) return [{ ...one, mark: 'removed' }, ...difference(rest, after)]
  const back = before.findIndex((line) => same(line, other))
  return back < 0 || back >= at ? [{ ...other, mark: 'added' }, ...difference(before, others)] : [{ ...one, mark: 'removed' }, ...difference(rest, after)]
}
