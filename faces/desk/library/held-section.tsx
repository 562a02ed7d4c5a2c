import { libraryImports } from '@fatong/contract/knowledge/library.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { words } from '../words/words.ts'
import { ImportRun } from './import-run.tsx'
import css from './library.module.css'
import { UploadLaws } from './upload-laws.tsx'

const w = words.library
const COUNTS = ['texts', 'articles', 'cases', 'drafts'] as const

/** How much the library holds, a new import, and what earlier ones did. */
export function HeldSection() {
  const found = useQuery({
    queryKey: ['admin', 'library'],
    queryFn: () => call(libraryImports),
    refetchInterval: ({ state }) =>
      state.data?.preparing || state.data?.imports.some((run) => run.state === 'running') ? 1_000 : false,
  })
  if (found.error && !found.data) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { counts, imports, mayImport, preparing } = found.data
  const running = imports.find((run) => run.state === 'running')
  return (
    <>
      {counts.texts === 0 && !running ? (
        <Nothing title={w.empty} help={w.emptyHelp} />
      ) : (
        <dl className={css.counts}>
          {COUNTS.map((name) => (
            <div key={name} className="card">
              <dd className="num">{counts[name].toLocaleString('zh-CN')}</dd>
              <dt>{w.counts[name]}</dt>
            </div>
          ))}
        </dl>
      )}
      <p role="status" className={preparing && !running ? 'card padded gap-below' : 'sr-only'}>
        {preparing && !running ? w.preparing : ''}
      </p>
      <section className="card padded gap-below" aria-labelledby="upload-laws">
        <h2 id="upload-laws">{w.upload.title}</h2>
        {mayImport ? <UploadLaws running={running} /> : <p className="soft">{w.upload.notYours}</p>}
      </section>
      <section aria-labelledby="import-history">
        <h2 id="import-history" className="gap-below">
          {w.history}
        </h2>
        {imports.length === 0 ? (
          <p className="soft">{w.noHistory}</p>
        ) : (
          <ul className={css.list}>
            {imports.map((run, i) => (
              <li key={run.id}>
                <ImportRun run={run} open={i === 0} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
