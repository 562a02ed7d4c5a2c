import { Alert, App, Button, Space } from 'antd'
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { type TemplateView, downloadTemplate, templates, uploadTemplate } from '@fatong/contract/desk/administration.ts'
import { useRef } from 'react'
import { call, send } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { momentText } from '../time/format.ts'
import { saveFile } from '../viewer/save-file.ts'
import { words } from '../words/words.ts'
import { PlainTable } from './plain-table.tsx'
import { Read } from './read.tsx'
import { useSave } from './use-save.ts'

type Template = (typeof TemplateView)['_zod']['output']
const w = words.admin.templates
const WORD = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Documents as Word files that the bureau may change. */
export function TemplatesSection() {
  return (
    <Read what={['templates']} run={() => call(templates)}>
      {({ items }) => (
        <>
          <p className="soft gap-below">{w.help}</p>
          <PlainTable
            label={words.admin.sections.templates}
            head={[w.kind, w.version, w.updatedAt, words.admin.people.actions]}
            rows={items.map((t) => ({
              key: t.kind,
              cells: [
                <>
                  <b>{t.title}</b>
                  <br />
                  <span className="soft">{t.custom ? w.custom : w.standard}</span>
                </>,
                t.version,
                t.updatedAt === null ? '' : momentText(t.updatedAt),
                <TemplateFiles template={t} />,
              ],
            }))}
          />
        </>
      )}
    </Read>
  )
}

function TemplateFiles({ template }: { template: Template }) {
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const params = { kind: template.kind }
  const upload = useSave({
    run: (file: File) => call(uploadTemplate, { params, body: file }),
    refresh: 'templates',
    says: '',
    onDone: ({ ok }) => {
      if (ok) void message.success(w.ok)
    },
  })
  const download = () =>
    void send(downloadTemplate, { params })
      .then(async (reply) => saveFile(await reply.blob(), `${template.title}.docx`))
      .catch((error: unknown) => message.error(wordingOf(error)))
  return (
    <>
      <Space wrap>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          aria-label={`${w.download} ${template.title}`}
          onClick={download}
        >
          {w.download}
        </Button>
        <Button
          size="small"
          icon={<UploadOutlined />}
          aria-label={`${w.upload} ${template.title}`}
          loading={upload.isPending}
          onClick={() => input.current?.click()}
        >
          {w.upload}
        </Button>
      </Space>
      {upload.data?.ok === false && (
        <Alert
          className="gap-above"
          type="error"
          role="alert"
          title={w.problems}
          description={
            <>
              <ul>
                {upload.data.problems.map((p) => (
                  <li key={p}>{p}</li>
                ))}
              </ul>
              <p>{w.problemsHelp}</p>
            </>
          }
        />
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={WORD}
        aria-label={`${w.upload} ${template.title}`}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) upload.mutate(file)
        }}
      />
    </>
  )
}
