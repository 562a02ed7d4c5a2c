import { Alert, Button, Progress } from 'antd'
import { UploadOutlined } from '@ant-design/icons'
import { importLibrary, type libraryImports } from '@fatong/contract/knowledge/library.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ProblemError, wordingOf } from '../api/problem.ts'
import { uploadFile } from '../api/upload-file.ts'
import { words } from '../words/words.ts'

export type ImportRunLine = ReplyOf<typeof libraryImports>['imports'][number]
const w = words.library.upload
const MOST_BYTES = 80 * 1024 * 1024
const ACCEPTED = '.zip,.tar,.gz,.tgz,.xz,.txz,.docx,.html,.htm,.txt,.md'

/** Sends an archive and shows how far it is; the import itself goes on in the service, whether this page is open or not. */
export function UploadLaws({ running }: { running: ImportRunLine | undefined }) {
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (file: File) => {
    setProblem(null)
    if (file.size > MOST_BYTES) return setProblem(w.tooLarge)
    setPercent(0)
    try {
      await uploadFile(importLibrary, { query: { name: file.name }, file, onProgress: setPercent })
    } catch (error) {
      setProblem((error instanceof ProblemError ? error.fields['file'] : undefined) ?? wordingOf(error))
    }
    setPercent(null)
    await client.invalidateQueries({ queryKey: ['admin', 'library'] })
  }
  return (
    <div className="stack">
      <p className="soft">{w.help}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={w.choose}
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) void send(file)
        }}
      />
      <p>
        <Button
          type="primary"
          icon={<UploadOutlined />}
          disabled={percent !== null || running !== undefined}
          onClick={() => input.current?.click()}
        >
          {w.choose}
        </Button>
      </p>
      <div role="status">
        {percent !== null && (
          <>
            <p>{percent < 100 ? w.sending(percent) : w.reading}</p>
            <Progress percent={percent} showInfo={false} aria-label={w.title} />
          </>
        )}
        {percent === null && running && (
          <>
            <p>{w.running(running.done, running.total)}</p>
            <Progress
              percent={running.total === 0 ? 0 : Math.round((100 * running.done) / running.total)}
              status="active"
              showInfo={false}
              aria-label={w.title}
            />
          </>
        )}
      </div>
      {problem !== null && <Alert type="error" showIcon title={problem} />}
    </div>
  )
}
