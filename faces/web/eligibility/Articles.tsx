import { words } from '../words/entitled.ts'
import type { Citation } from './types.ts'

const lineOf = ({ law, article, item, level, note }: Citation): string =>
  `${level === '设计' ? words.ourChoice : `《${law}》`}${article ? `第${article}条` : ''}${item ? `第${item}项` : ''}${note ? `（${note}）` : ''}`

/** Where a sentence comes from, small and last. */
export function Articles({ citations }: { citations: readonly Citation[] }) {
  const lines = [...new Set(citations.map(lineOf))]
  return lines.length === 0 ? null : (
    <p className="soft small">
      {words.articles}：{lines.join('；')}
    </p>
  )
}
