import { Alert, Button } from 'antd'
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { exportServices, importServices } from '@fatong/contract/network/service-log.ts'
import { useRef, useState } from 'react'
import { PlainTable } from '../admin/plain-table.tsx'
import { SideSheet } from '../admin/side-sheet.tsx'
import { addressOf, call } from '../api/call.ts'
import { words } from '../words/words.ts'

const w = words.service
const t = words.circle.data

/** A table of services: what is wrong line by line, or how many are new; then all of it or nothing. */
export function ServiceImport({ onClose }: { onClose: () => void }) {
  const file = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const [chosen, setChosen] = useState<File | null>(null)
  const look = useMutation({
    mutationFn: ({ what, confirm }: { what: File; confirm: 'yes' | 'no' }) =>
      call(importServices, { query: { confirm }, body: what }),
    onSuccess: ({ imported }) => {
      if (imported) void client.invalidateQueries({ queryKey: ['admin', 'service'] })
    },
  })
  const start = (what: File | undefined) => {
    setChosen(what ?? null)
    if (what) look.mutate({ what, confirm: 'no' })
  }
  const report = look.data
  return (
    <SideSheet title={w.import} open onClose={onClose}>
      <div className="stack">
        <p className="soft">{w.importLead}</p>
        <p className="row">
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              icon={<DownloadOutlined />}
              href={addressOf(exportServices.path, { format }, { template: 'yes' })}
            >
              {t.template(t.formats[format] ?? '')}
            </Button>
          ))}
        </p>
        <p>
          <input
            ref={file}
            className="sr-only"
            type="file"
            tabIndex={-1}
            aria-hidden="true"
            data-testid="service-table"
            accept=".csv,.xlsx,.txt"
            onChange={({ target }) => {
              start(target.files?.[0])
              target.value = ''
            }}
          />
          <Button
            type="primary"
            icon={<UploadOutlined />}
            loading={look.isPending}
            onClick={() => file.current?.click()}
          >
            {look.isPending ? t.looking : t.choose}
          </Button>{' '}
          {chosen && <span className="soft">{chosen.name}</span>}
        </p>
        {look.error !== null && <Alert type="error" showIcon role="alert" title={look.error.message} />}
        {report?.remarks.map((text) => (
          <Alert key={text} type="warning" showIcon title={text} />
        ))}
        {report && report.faults.length > 0 && (
          <div className="stack" role="alert">
            <p className="wrong">
              <b>{t.faults(report.faults.length + report.more)}</b>
            </p>
            <PlainTable
              label={t.head[2]}
              head={t.head}
              rows={report.faults.map(({ line, column, says }, at) => ({
                key: `${line} ${column} ${at}`,
                cells: [t.line(line), column, says],
              }))}
            />
          </div>
        )}
        {report &&
          report.faults.length === 0 &&
          (report.imported ? (
            <Alert type="success" showIcon role="status" title={w.imported(report.added)} />
          ) : (
            <div className="stack" role="status">
              <p>
                <b>{report.added === 0 ? w.nothingNew : w.ready(report.added, report.same)}</b>
              </p>
              {report.added > 0 && chosen && (
                <p>
                  <Button
                    type="primary"
                    loading={look.isPending}
                    onClick={() => look.mutate({ what: chosen, confirm: 'yes' })}
                  >
                    {t.confirm}
                  </Button>
                </p>
              )}
            </div>
          ))}
      </div>
    </SideSheet>
  )
}
