import { Alert, Button } from 'antd'
import { Link, useParams } from 'wouter'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { GuideHistory } from './guide-history.tsx'
import { GuideReview } from './guide-review.tsx'
import { GuideText } from './guide-text.tsx'
import type { DeskGuide } from './guide-parts.ts'
import css from './guides.module.css'
import { TakeDown } from './take-down.tsx'
import { useGuide, type GuideAddress } from './use-guide.ts'

const w = words.guides

/** One guide: what waits for review held against what people see, and all that went before. */
export default function GuidePage() {
  const address = useParams() as unknown as GuideAddress
  const found = useGuide(address)
  useTitle(found.data?.inUse?.title ?? found.data?.versions[0]?.body.title ?? w.title)
  if (found.error && !found.data)
    return (
      <div className="page">
        <p className="gap-below">
          <Link href="/guides">{w.back}</Link>
        </p>
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  if (!found.data)
    return (
      <div className="page">
        <Loading />
      </div>
    )
  return <TheGuide key={found.data.slug} guide={found.data} address={address} />
}

function TheGuide({
  guide: { slug, inUse, versions, mayWrite, mayReview },
  address,
}: {
  guide: DeskGuide
  address: GuideAddress
}) {
  const [last] = versions
  const draft = last?.state === 'draft' ? last : undefined
  const returned = last?.state === 'returned' ? last : undefined
  const mayEdit = mayWrite && (!draft || draft.mine)
  const edit = (label: string) => (
    <Link href={`/guides/${slug}/edit`} asChild>
      <Button type={draft ? 'default' : 'primary'}>{label}</Button>
    </Link>
  )
  return (
    <div className="page">
      <p className="gap-below">
        <Link href="/guides">{w.back}</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>{draft?.body.title ?? inUse?.title ?? last?.body.title ?? ''}</h1>
          <p className="row soft">
            {words.questions.topics[address.topic]}
            {!inUse && (
              <Mark tone="pause">
                {versions.some(({ state }) => state === 'withdrawn') ? w.withdrawnMark : w.neverInUse}
              </Mark>
            )}
          </p>
        </div>
        <p className="row">
          {inUse && (
            <a href={`/guides/${slug}`} target="_blank" rel="noopener">
              {w.public}
            </a>
          )}
          {mayEdit && edit(returned ? w.goOn : w.edit)}
        </p>
      </div>
      {returned && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={w.returnedBy(
            returned.reviewedByName ?? '',
            momentText(returned.reviewedAt ?? 0),
            returned.writtenByName,
          )}
          description={returned.reviewNote}
        />
      )}
      <div className={css.columns}>
        <div>
          {draft && (
            <GuideReview
              key={draft.version}
              draft={draft}
              inUse={inUse}
              mayReview={mayReview}
              mayWrite={mayWrite}
              address={address}
            />
          )}
          <section className="card padded" aria-labelledby="in-use">
            <h2 id="in-use">{w.inUse}</h2>
            {inUse ? <GuideText body={inUse} /> : <p className="soft gap-above">{w.notInUse}</p>}
            {inUse && mayWrite && !draft && <TakeDown body={inUse} address={address} base={last?.version ?? 0} />}
          </section>
        </div>
        <GuideHistory versions={versions} />
      </div>
    </div>
  )
}
