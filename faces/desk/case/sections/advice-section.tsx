import { useQuery } from '@tanstack/react-query'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { caseAdvice } from '@fatong/contract/network/assignment.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useMe } from '../../session/session-gate.tsx'
import { holds } from '../../shell/places.tsx'
import { LoadFailed, Loading } from '../../shell/states.tsx'
import { momentText } from '../../time/format.ts'
import type { Role } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'

const w = words.casePage.advice
const READERS: readonly Role[] = ['assigner', 'director', 'approver', 'qualityOfficer']
type Item = ReplyOf<typeof caseAdvice>['items'][number]

/** Every list of candidates that somebody was shown, whole, beside whom they chose and why. */
export function AdviceSection({ page }: { page: CasePage }) {
  const [open, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['case', page.id, 'advice', page.version],
    queryFn: () => call(caseAdvice, { params: { id: page.id } }),
    enabled: open,
  })
  if (!holds(useMe(), READERS)) return null
  return (
    <Section name="advice" title={words.casePage.sections.advice}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{w.open}</summary>
        {open &&
          (found.error ? (
            <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
          ) : !found.data ? (
            <Loading />
          ) : found.data.items.length === 0 ? (
            <p className="soft">{w.none}</p>
          ) : (
            <ol className={css.history}>
              {found.data.items.map((one) => (
                <li key={one.id}>
                  <OneList one={one} />
                </li>
              ))}
            </ol>
          ))}
      </details>
    </Section>
  )
}

function OneList({ one }: { one: Item }) {
  return (
    <>
      <p>
        <b>
          {one.chosen === null
            ? w.notUsed
            : one.place === 1
              ? w.followed(one.chosen)
              : w.other(one.chosen, one.place ?? 0)}
        </b>
      </p>
      {one.reason !== null && <p className="pre">{w.because(one.reason)}</p>}
      <p className={css.fileNote}>
        <time>{momentText(one.at)}</time> · {one.by} · {one.policyText} · {w.version(one.settingsVersion)}
      </p>
      <ol className={css.ranking}>
        {one.ranking.map((line) => (
          <li key={line.staffId}>
            <b>{line.name}</b> {w.score(line.score)}
            {line.says.length > 0 && `：${line.says.join('；')}`}
          </li>
        ))}
      </ol>
      {one.banned.length > 0 && (
        <details>
          <summary>{w.banned(one.banned.length)}</summary>
          {one.banned.map((line) => (
            <p key={line.staffId}>
              <b>{line.name}</b>：{line.says.join('；')}
            </p>
          ))}
        </details>
      )}
    </>
  )
}
