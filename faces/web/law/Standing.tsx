import type { LawLine } from '@fatong/contract/knowledge/shapes.ts'
import { words } from '../words/law.ts'

/** Version and whether it binds today, in words and colour. */
export function Standing({ law }: { law: LawLine }) {
  const bound = law.status === 'inForce'
  return (
    <p className="standing">
      <span className={`tag ${bound ? 'info' : 'due'}`}>{words.status[law.status]}</span>
      {law.versionDate !== null && <span className="soft small">{words.version(law.versionDate)}</span>}
      {law.inForceFrom !== null && <span className="soft small">{words.from(law.inForceFrom)}</span>}
      {law.inForceUntil !== null && <span className="soft small">{words.until(law.inForceUntil)}</span>}
    </p>
  )
}
