import { Alert, Button } from 'antd'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { HistoryList } from '../case/sections/history-section.tsx'
import { words } from '../words/words.ts'

/** Somebody else was faster: what they did, and a button to go on with what was typed. */
export function ChangedMeanwhile({ page, since, onProceed }: { page: CasePage; since: number; onProceed: () => void }) {
  const news = page.history.filter(({ version }) => version > since)
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="gap-below"
      title={words.actions.changed.title}
      description={
        <>
          <HistoryList entries={news} />
          <p>{words.actions.kept}</p>
          <Button type="primary" size="small" disabled={news.length === 0} onClick={onProceed}>
            {words.actions.changed.proceed}
          </Button>
        </>
      }
    />
  )
}
