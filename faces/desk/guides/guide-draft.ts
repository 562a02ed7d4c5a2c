import { GuideBody } from '@fatong/contract/knowledge/guides.ts'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import { citationKey } from './citation-key.ts'
import type { Body } from './guide-parts.ts'

/** A guide while it is written: loose, line by line. */
export interface Draft extends Omit<Body, 'topic' | 'asked' | 'papers'> { topic: Body['topic'] | ''; name: string; asked: string; papers: string; note: string; base: number }
export const CITED = ['answer', 'steps', 'deadlines', 'traps'] as const
export type CitedPart = (typeof CITED)[number]
const w = words.guides

export const EMPTY: Draft = { topic: '', name: '', title: '', asked: '', situation: '', answer: [{ text: '', cites: [] }], steps: [{ text: '', cites: [] }], papers: '', deadlines: [], where: '', cost: '', traps: [], offers: ['hotline12348'], reviewed: today(), note: '', base: 0 }

export const draftOf = (body: Body, name: string, base: number): Draft => ({ ...body, name, base, asked: body.asked.join('\n'), papers: body.papers.join('\n'), note: '' })

const lines = (text: string): string[] => text.split('\n').map((one) => one.trim()).filter((one) => one !== '')

/** The guide as it is sent, or what is missing by part. Articles may be written as people say them. */
export function checked({ name, note, base: _base, asked, papers, ...rest }: Draft): { body: Body; wrong?: undefined } | { wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const cited = (part: CitedPart) => rest[part].filter(({ text }) => text.trim() !== '').map(({ text, cites }) => ({
    text: text.trim(), cites: cites.flatMap((typed) => { const key = citationKey(typed); if (key === null) wrong[part] = w.badCite(typed); return key === null ? [] : [key] }),
  }))
  const body = { ...rest, asked: lines(asked), papers: lines(papers), ...Object.fromEntries(CITED.map((part) => [part, cited(part)])) }
  const parsed = GuideBody.safeParse(body)
  if (!parsed.success) for (const { path } of parsed.error.issues) { const part = String(path[0]); wrong[part] ??= w.missing[part] ?? w.missing['other'] ?? '' }
  if (!/^[a-z0-9-]{2,60}$/.test(name)) wrong['name'] = w.missing['name'] ?? ''
  if (note.trim() === '') wrong['note'] = w.missing['note'] ?? ''
  return Object.keys(wrong).length > 0 || !parsed.success ? { wrong } : { body: parsed.data }
}

const keyOf = (slug: string): string => `fatong.guide.${slug}`
export const keepDraft = (slug: string, draft: Draft): void => { try { localStorage.setItem(keyOf(slug), JSON.stringify(draft)) } catch { /* full: it stays on the page */ } }
export const dropDraft = (slug: string): void => { localStorage.removeItem(keyOf(slug)) }
export function keptDraft(slug: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(slug)) ?? 'null')
    return kept === null ? null : ({ ...EMPTY, ...(kept as Draft) })
  } catch {
    return null
  }
}
