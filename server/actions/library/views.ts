import type { LawKind, LawStatus } from '@fatong/knowledge/vocabulary.ts'
import { commencementOf, statusOn } from '@fatong/knowledge/library/standing.ts'
import type { Day } from '@fatong/knowledge/library/law-text.ts'
import type { StoredArticle, StoredText } from '../../db/stores/library.ts'

export interface LawLine {
  id: string
  name: string
  kind: LawKind
  versionDate: Day | null
  inForceFrom: Day | null
  inForceUntil: Day | null
  status: LawStatus
  articles: number
}

/** `newest` is the latest version of the same text. */
export function lawLine(text: StoredText, today: Day, newest: StoredText = text): LawLine {
  const { id, name, kind, versionDate, inForceUntil, articles } = text
  return {
    id,
    name,
    kind: kind as LawKind,
    versionDate,
    inForceFrom: commencementOf(text) ?? null,
    inForceUntil,
    status: statusOn(today, text, newest.id !== id),
    articles,
  }
}
/** Permanent name of an article in addresses: its text and its number. */
export const articleId = (textId: string, number: string): string => `${textId}.${number}`
export function partsOfId(id: string): { textId: string; number: string } | undefined {
  const at = id.indexOf('.')
  return at === 36 ? { textId: id.slice(0, at), number: id.slice(at + 1) } : undefined
}
export const articleLine = ({ textId, number, label, path, body }: StoredArticle) => ({
  id: articleId(textId, number),
  number,
  label,
  path,
  text: body,
})
