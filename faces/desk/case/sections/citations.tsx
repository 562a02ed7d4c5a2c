import { Tag } from 'antd'
import { formatCitation, type Citation } from '../../vocabulary.ts'

const COLOURS: Record<Citation['level'], string | undefined> = {
  法: 'blue',
  网: 'default',
  待核: 'gold',
  设计: 'default',
}

/** Where a reason comes from; the level in brackets says how sure we are. */
export function Citations({ all }: { all: readonly Citation[] }) {
  return (
    <>
      {all.map((c) => (
        <Tag key={formatCitation(c) + (c.note ?? '')} color={COLOURS[c.level]} title={c.note}>
          {formatCitation(c)}
        </Tag>
      ))}
    </>
  )
}
