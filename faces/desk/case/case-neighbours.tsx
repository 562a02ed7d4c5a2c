import { Button, Tooltip } from 'antd'
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useKeys } from '../keyboard/use-keys.ts'
import { CaseList } from '../queue/case-list.tsx'
import { lastQueue } from '../queue/last-queue.ts'
import { QUEUES } from '../queue/queues.ts'
import { useQueue } from '../queue/use-queue.ts'
import { words } from '../words/words.ts'
import css from './case-neighbours.module.css'

const REMEMBER = 'desk.neighbours'
const w = words.casePage

/** The queue one came from, beside the case: J and K open the neighbours. Folds away and stays folded. */
export function CaseNeighbours({ currentId }: { currentId: string }) {
  const name = lastQueue()
  const [shown, setShown] = useState(localStorage.getItem(REMEMBER) !== 'hidden')
  const [, go] = useLocation()
  const queue = useQueue(name)
  const lines = queue.data?.pages.flatMap(({ items }) => items) ?? []
  const toggle = () => {
    localStorage.setItem(REMEMBER, shown ? 'hidden' : 'shown')
    setShown(!shown)
  }
  useKeys({ '[': toggle })
  const label = shown ? w.listHide : w.listShow
  return (
    <aside className={shown ? css.shown : css.hidden} aria-label={QUEUES[name]}>
      <div className={css.head}>
        {shown && (
          <Link href={`/queue/${name}`}>
            <b>{QUEUES[name]}</b> <span className="soft num">{queue.data?.pages[0]?.counts[name]}</span>
          </Link>
        )}
        <Tooltip title={`${label} [`} placement="right">
          <Button
            type="text"
            size="small"
            aria-label={label}
            aria-expanded={shown}
            icon={shown ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
            onClick={toggle}
          />
        </Tooltip>
      </div>
      {shown && (
        <div className={css.list}>
          <CaseList
            compact
            lines={lines}
            label={words.queue.listLabel(QUEUES[name])}
            currentId={currentId}
            onMove={(line) => go(`/cases/${line.id}`)}
          />
        </div>
      )}
    </aside>
  )
}
