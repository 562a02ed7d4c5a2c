import { Button } from 'antd'
import { deadLetters, retryDeadLetter } from '@fatong/contract/desk/administration.ts'
import { call } from '../api/call.ts'
import { Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { PlainTable } from './plain-table.tsx'
import { Read } from './read.tsx'
import { useSave } from './use-save.ts'

const w = words.admin.deliveries

/** Notices that could not be delivered, to be sent again or told by telephone. */
export function DeliveriesSection() {
  const retry = useSave({
    run: (id: string) => call(retryDeadLetter, { params: { id } }),
    refresh: 'deliveries',
    says: w.retried,
  })
  return (
    <Read what={['deliveries']} run={() => call(deadLetters)}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing title={w.none} help={w.noneHelp} />
        ) : (
          <PlainTable
            label={words.admin.sections.deliveries}
            head={[w.channel, w.case, w.error, w.attempts, w.at, words.admin.people.actions]}
            rows={items.map((d) => ({
              key: d.id,
              cells: [
                w.channels[d.channel] ?? d.channel,
                d.caseNumber,
                d.lastError,
                w.times(d.attempts),
                momentText(d.at),
                <Button
                  size="small"
                  aria-label={`${w.retry} ${d.caseNumber ?? ''} ${d.id}`}
                  loading={retry.isPending && retry.variables === d.id}
                  onClick={() => retry.mutate(d.id)}
                >
                  {w.retry}
                </Button>,
              ],
            }))}
          />
        )
      }
    </Read>
  )
}
