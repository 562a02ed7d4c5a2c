import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { WifiOutlined } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { caseKey } from '../case/use-case.ts'
import { listenToChanges, type Connection } from '../api/changes.ts'
import { UNREAD_KEY } from '../notices/use-unread.ts'
import { words } from '../words/words.ts'
import css from './shell.module.css'

/** A notice is delivered a moment after the change that it tells of. */
const DELIVERED_MS = 2_000

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Keeps every list fresh while the line stands, and says so when it does not. */
export function NetworkBar() {
  const client = useQueryClient()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const [connection, setConnection] = useState<Connection>('open')
  const soon = useRef<number>(undefined)
  useEffect(
    () =>
      listenToChanges({
        onCase: ({ id, version }) => {
          void client.invalidateQueries({ queryKey: ['queue'] })
          void client.invalidateQueries({ queryKey: ['board'] })
          soon.current ??= window.setTimeout(() => {
            soon.current = undefined
            void client.invalidateQueries({ queryKey: UNREAD_KEY })
          }, DELIVERED_MS)
          // each reading of a case is written to the log, so it is read again only when it is really newer
          const shown = client.getQueryData<CasePage>(caseKey(id))
          if (!shown || shown.version < version)
            void client.invalidateQueries({ queryKey: caseKey(id) }, { cancelRefetch: false })
        },
        onConnection: setConnection,
        onGap: () => void client.invalidateQueries(),
      }),
    [client, online],
  )
  if (!online)
    return (
      <p className={css.bar} role="status">
        <WifiOutlined aria-hidden /> {words.network.offlineBar}
      </p>
    )
  return connection === 'waiting' ? (
    <p className={css.bar} role="status">
      {words.network.liveOff}
    </p>
  ) : null
}
