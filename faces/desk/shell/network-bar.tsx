import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { WifiOutlined } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { caseKey } from '../case/use-case.ts'
import { listenToChanges, type Connection } from '../api/changes.ts'
import { words } from '../words/words.ts'
import css from './shell.module.css'

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
  const was = useRef<Connection>('open')
  useEffect(() => listenToChanges({
    onCase: ({ id, version }) => {
      void client.invalidateQueries({ queryKey: ['queue'] })
      void client.invalidateQueries({ queryKey: ['board'] })
      // each reading of a case is written to the log, so it is read again only when it is really newer
      const shown = client.getQueryData<CasePage>(caseKey(id))
      if (!shown || shown.version < version) void client.invalidateQueries({ queryKey: caseKey(id) }, { cancelRefetch: false })
    },
    onConnection: (state) => {
      // what changed while the line was down is not sent again
      if (state === 'open' && was.current === 'waiting') void client.invalidateQueries()
      was.current = state
      setConnection(state)
    },
  }), [client, online])
  if (!online) return <p className={css.bar} role="status"><WifiOutlined aria-hidden /> {words.network.offlineBar}</p>
  return connection === 'waiting' ? <p className={css.bar} role="status">{words.network.liveOff}</p> : null
}
