import { Button, Empty, Skeleton } from 'antd'
import { WifiOutlined } from '@ant-design/icons'
import { isProblem, wordingOf } from '../api/problem.ts'
import { words } from '../words/words.ts'
import css from './states.module.css'

const w = words.network

/** Grey lines where the content will be, and words for those who hear the page. */
export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className={css.state} role="status">
      <span className="sr-only">{w.loading}</span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}

/** What happened and a button that helps. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const title = isProblem(error) ? error.problem.title : w.loadFailed
  const wording = wordingOf(error)
  return (
    <div className={css.state} role="alert">
      <p className={css.title}>
        {isProblem(error, 'offline') && <WifiOutlined aria-hidden />} {title}
      </p>
      {wording !== title && <p className="soft">{wording}</p>}
      {onRetry && (
        <Button type="primary" onClick={onRetry}>
          {w.retry}
        </Button>
      )}
    </div>
  )
}

/** An empty list says why it is empty and what fills it. */
export function Nothing({ title, help }: { title: string; help: string }) {
  return (
    <div className={css.state}>
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <p className={css.title}>{title}</p>
            <p className="soft">{help}</p>
          </>
        }
      />
    </div>
  )
}
