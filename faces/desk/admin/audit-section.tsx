import { Button, Input, Table } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type AuditLine, audit } from '@fatong/contract/desk/administration.ts'
import { actionWords, fieldWords, subjectWords } from '@fatong/contract/desk/audit-words.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { saveCsv } from '../board/csv.ts'
import { LoadFailed, Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'

type Line = (typeof AuditLine)['_zod']['output'] & { row: number }
const w = words.admin.log

/** Who read or changed what. Only the rows in sight are drawn. */
export function AuditSection() {
  const [typed, setTyped] = useState('')
  const [caseNumber, setCaseNumber] = useState('')
  const found = useInfiniteQuery({
    queryKey: ['admin', 'audit', caseNumber],
    queryFn: ({ pageParam }) => call(audit, { query: { caseNumber, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (isProblem(found.error, 'forbidden'))
    return <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
  if (found.error && !found.data) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
  const rows: Line[] = (found.data?.pages.flatMap(({ items }) => items) ?? []).map((line, row) => ({ ...line, row }))
  const download = () =>
    saveCsv(w.file, [
      [w.at, w.actor, w.action, w.subject, w.case, w.fields, w.why],
      ...rows.map((l) => [
        momentText(l.at),
        l.actor,
        actionWords(l.action),
        subjectWords(l.subject),
        l.caseNumber,
        fieldWords(l.fields),
        l.why,
      ]),
    ])
  return (
    <>
      <div className={css.bar}>
        <Input.Search
          className={css.find}
          aria-label={w.case}
          placeholder={w.case}
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(value) => setCaseNumber(value.trim())}
        />
        <Button icon={<DownloadOutlined />} disabled={rows.length === 0} onClick={download}>
          {words.forms.download}
        </Button>
      </div>
      {found.data && rows.length === 0 ? (
        <Nothing title={w.none} help={w.noneHelp} />
      ) : (
        <Table<Line>
          virtual
          rowKey="row"
          size="small"
          dataSource={rows}
          loading={found.isPending}
          pagination={false}
          scroll={{ x: 1120, y: Math.max(320, window.innerHeight - 260) }}
          columns={[
            { title: w.at, key: 'at', width: 190, render: (_, l) => momentText(l.at) },
            { title: w.actor, dataIndex: 'actor', width: 150 },
            { title: w.action, key: 'action', width: 120, render: (_, l) => actionWords(l.action) },
            { title: w.subject, key: 'subject', width: 120, render: (_, l) => subjectWords(l.subject) },
            { title: w.case, dataIndex: 'caseNumber', width: 150 },
            { title: w.fields, key: 'fields', width: 220, render: (_, l) => fieldWords(l.fields) },
            { title: w.why, dataIndex: 'why', width: 170 },
          ]}
        />
      )}
      {found.hasNextPage && (
        <Button className="gap-above" onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {words.forms.more}
        </Button>
      )}
    </>
  )
}
