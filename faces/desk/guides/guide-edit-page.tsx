import { useParams } from 'wouter'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { draftOf, emptyDraft } from './guide-draft.ts'
import { GuideEditor } from './guide-editor.tsx'
import { useGuide, type GuideAddress } from './use-guide.ts'
import { GUIDE_WRITERS } from './writers.ts'

const w = words.guides

/** Writing a guide, or changing one; somebody else reviews it before people see it. */
export default function GuideEditPage() {
  const address = useParams() as Partial<GuideAddress>
  useTitle(w.write)
  if (!holds(useMe(), GUIDE_WRITERS))
    return (
      <div className="page">
        <Nothing title={w.notWriter} help={w.notWriterHelp} />
      </div>
    )
  return address.topic !== undefined && address.name !== undefined ? (
    <Existing key={`${address.topic}/${address.name}`} address={{ topic: address.topic, name: address.name }} />
  ) : (
    <GuideEditor key="new" start={emptyDraft()} guide={null} />
  )
}

/** Goes on from one's own draft, from what was given back, or from what people see. */
function Existing({ address }: { address: GuideAddress }) {
  const found = useGuide(address)
  if (found.error && !found.data)
    return (
      <div className="page">
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  if (!found.data)
    return (
      <div className="page">
        <Loading />
      </div>
    )
  const { versions, inUse } = found.data
  const [last] = versions
  const body = (last?.state === 'returned' || (last?.state === 'draft' && last.mine) ? last.body : inUse) ?? last?.body
  if (!body)
    return (
      <div className="page">
        <Nothing title={w.none.inUse} help={w.noneHelp.inUse} />
      </div>
    )
  return <GuideEditor start={draftOf(body, address.name, last?.version ?? 0)} guide={found.data} />
}
