import { useQuery } from '@tanstack/react-query'
import { simulatedSms } from '@fatong/contract/desk/administration.ts'
import { call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './sms.module.css'

const w = words.people.sms

/** What would have gone out as text messages; only in sample mode. */
export function SmsPage() {
  useTitle(w.title)
  const found = useQuery({ queryKey: ['sms'], queryFn: () => call(simulatedSms), refetchInterval: 5_000 })
  return (
    <div className={`page ${css.page}`}>
      <div className="page-head">
        <h1>{w.title}</h1>
      </div>
      <p className="soft gap-below">{w.help}</p>
      {found.error && !found.data && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading />}
      {found.data?.items.length === 0 && <Nothing title={w.none} help={w.noneHelp} />}
      {/* nothing in a message can be focused: the list itself is, so that a long page scrolls by the keyboard */}
      <div tabIndex={0} role="region" aria-label={w.title}>
        <ul className={css.list}>
          {found.data?.items.map((s) => (
            <li key={s.id} className="card padded">
              <p className="row">
                <b className="num">{s.to}</b>
                <time className="soft">{momentText(s.at)}</time>
              </p>
              <p className="pre">{s.text}</p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
