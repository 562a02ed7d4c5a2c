import type { deskGuide } from '@fatong/contract/knowledge/guides.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { words } from '../words/words.ts'

export type DeskGuide = ReplyOf<typeof deskGuide>
export type GuideVersion = DeskGuide['versions'][number]
export type Body = GuideVersion['body']
export type PartName =
  | 'title'
  | 'asked'
  | 'situation'
  | 'answer'
  | 'steps'
  | 'papers'
  | 'deadlines'
  | 'where'
  | 'cost'
  | 'traps'
  | 'offers'
  | 'calculators'
  | 'emergency'
  | 'toCheck'
  | 'reviewed'

export interface Line {
  text: string
  cites: readonly string[]
}
/** `words` is where the text differs from the line it was rewritten from or into: from, to. */
export interface MarkedLine extends Line {
  mark: 'kept' | 'added' | 'removed'
  words?: [number, number]
}
export interface Part {
  name: PartName
  lines: MarkedLine[]
}

const plain = (...texts: string[]): Line[] => texts.filter((text) => text !== '').map((text) => ({ text, cites: [] }))

/** A guide line by line, in the order in which people read it. */
function linesOf(body: Body): Record<PartName, readonly Line[]> {
  const {
    title,
    situation,
    answer,
    steps,
    papers,
    deadlines,
    where,
    cost,
    traps,
    asked,
    offers,
    calculators = [],
    emergency,
    toCheck = '',
    reviewed,
  } = body
  return {
    title: plain(title),
    situation: plain(situation),
    answer,
    steps,
    deadlines,
    papers: plain(...papers),
    where: plain(where),
    cost: plain(cost),
    traps,
    asked: plain(...asked),
    offers: plain(...offers.map((one) => words.guides.offers[one])),
    calculators: plain(...calculators.map((one) => words.guides.calculators[one])),
    emergency: plain(...(emergency ? [words.guides.emergencyLabel] : [])),
    toCheck: plain(toCheck),
    reviewed: plain(reviewed),
  }
}

/** The parts of a guide; held against an earlier text each line says whether it is new or went away. */
export function partsOf(body: Body, before?: Body): Part[] {
  const now = linesOf(body),
    then = before && linesOf(before)
  return (Object.keys(now) as PartName[]).map((name) => ({
    name,
    lines: then
      ? paired(difference(then[name], now[name]))
      : now[name].map((line) => ({ ...line, mark: 'kept' as const })),
  }))
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
  return back < 0 || back >= at
    ? [{ ...other, mark: 'added' }, ...difference(before, others)]
    : [{ ...one, mark: 'removed' }, ...difference(rest, after)]
}

/** As many lines gone as came in their place: each is shown under the one it was rewritten from, with the words that differ. */
export function paired(lines: readonly MarkedLine[]): MarkedLine[] {
  const out: MarkedLine[] = []
  for (let at = 0; at < lines.length; ) {
    const gone = run(lines, at, 'removed'),
      come = run(lines, at + gone.length, 'added')
    if (gone.length === 0 || gone.length !== come.length) {
      out.push(...(gone.length + come.length > 0 ? [...gone, ...come] : lines.slice(at, at + 1)))
      at += Math.max(1, gone.length + come.length)
      continue
    }
    for (const [i, was] of gone.entries()) {
      const is = come[i] as MarkedLine
      out.push(
        ...(was.text === is.text
          ? [was, is]
          : [
              { ...was, words: differing(was.text, is.text) },
              { ...is, words: differing(is.text, was.text) },
            ]),
      )
    }
    at += gone.length + come.length
  }
  return out
}

function run(lines: readonly MarkedLine[], from: number, mark: MarkedLine['mark']): MarkedLine[] {
  const rest = lines.slice(from)
  const end = rest.findIndex((line) => line.mark !== mark)
  return end < 0 ? rest : rest.slice(0, end)
}

/** Where `text` begins and ends to differ from `other`. */
export function differing(text: string, other: string): [number, number] {
  const most = Math.min(text.length, other.length)
  let head = 0,
    tail = 0
  while (head < most && text[head] === other[head]) head++
  while (tail < most - head && text[text.length - 1 - tail] === other[other.length - 1 - tail]) tail++
  return [head, text.length - tail]
}
