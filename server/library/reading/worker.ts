import { parentPort, workerData } from 'node:worker_threads'
import { ArchiveProblem, filesOfUpload } from '@fatong/knowledge/library/archive.ts'
import { readCollection, type Collection } from '@fatong/knowledge/library/collection.ts'
import type { Told, UploadFile } from './protocol.ts'

/** As many articles as are handed over at once: unpacking them takes the service about a millisecond. */
const A_PIECE = 400

/** Unpacks and reads an upload apart from the service; hands over what it read piece by piece, each when it is asked for. */
function* toldOf({ laws, cases, report }: Collection): Generator<Told> {
  for (let at = 0; at < laws.length; ) {
    const from = at
    let articles = 0
    do articles += laws[at++]?.articles.length ?? 0
    while (at < laws.length && articles < A_PIECE)
    yield { kind: 'piece', laws: laws.slice(from, at), cases: [] }
  }
  yield { kind: 'piece', laws: [], cases }
  yield { kind: 'read', report }
}

const tell = (told: Told) => {
  parentPort?.postMessage(told)
}
const { name, bytes } = (workerData as { upload: UploadFile }).upload
let pieces: Generator<Told> | undefined
try {
  const files = await filesOfUpload(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  tell({ kind: 'opened', files: files.length })
  parentPort?.on('message', () => {
    try {
      pieces ??= toldOf(readCollection(files))
      const next = pieces.next()
      if (!next.done) tell(next.value)
    } catch (error) {
      tell({ kind: 'broken', problem: String(error) })
    }
  })
} catch (error) {
  tell(
    error instanceof ArchiveProblem
      ? { kind: 'refused', problem: error.message }
      : { kind: 'broken', problem: String(error) },
  )
}
