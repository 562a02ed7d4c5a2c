import { Alert, App, Button } from 'antd'
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { busState, busTemplate, importBus, removeBus } from '@fatong/contract/network/tables.ts'
import { useRef } from 'react'
import { addressOf, call } from '../api/call.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'

const w = words.circle.data.bus

/** Bus lines in and out: with them one may choose the bus. */
export function BusCard() {
  const { message } = App.useApp()
  const client = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const state = useQuery({ queryKey: ['network', 'bus'], queryFn: () => call(busState) })
  const done = () => void client.invalidateQueries({ queryKey: ['network'] })
  const take = useMutation({ mutationFn: (what: File) => call(importBus, { body: what }), onSuccess: done })
  const remove = useMutation({
    mutationFn: () => call(removeBus),
    onSuccess: () => {
      void message.success(w.removed)
      take.reset()
      done()
    },
  })
  const known = state.data
  return (
    <section className="card padded stack">
      <h2>{w.title}</h2>
      <p className="soft">{w.lead}</p>
      {state.error && !known ? (
        <LoadFailed error={state.error} onRetry={() => void state.refetch()} />
      ) : !known ? (
        <Loading />
      ) : (
        <p>
          {known.known ? w.known(known.lines, known.stops, momentText(known.at ?? 0)) : w.none}{' '}
          {known.assumed && <span className="soft">{w.assumed}</span>}
        </p>
      )}
      <p className="row">
        <input
          ref={file}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          data-testid="bus"
          accept=".zip,.json,.csv,.xlsx,.txt"
          onChange={({ target }) => {
            const what = target.files?.[0]
            if (what) take.mutate(what)
            target.value = ''
          }}
        />
        <Button icon={<UploadOutlined />} loading={take.isPending} onClick={() => file.current?.click()}>
          {take.isPending ? w.reading : w.choose}
        </Button>
        <Button icon={<DownloadOutlined />} href={addressOf(busTemplate.path)}>
          {w.template}
        </Button>
        {known?.known === true && (
          <Button loading={remove.isPending} onClick={() => remove.mutate()}>
            {w.remove}
          </Button>
        )}
      </p>
      {take.error !== null && <Alert type="error" showIcon role="alert" title={take.error.message} />}
      {take.data &&
        (take.data.problem === null ? (
          <Alert type="success" showIcon role="status" title={w.read(take.data.lines, take.data.stops)} />
        ) : (
          <Alert type="error" showIcon role="alert" title={w.refused} description={take.data.problem} />
        ))}
    </section>
  )
}
