import { Worker } from 'node:worker_threads'
import { ArchiveProblem } from '@fatong/knowledge/library/archive.ts'
import type { Collection } from '@fatong/knowledge/library/collection.ts'
import type { OpenedUpload } from '../../actions/library/knowledge.ts'
import { BOOT, TSX } from '../thread.ts'
import type { Told } from './protocol.ts'

/** Opens an uploaded collection in a thread of its own: while it is read the service goes on answering. Throws ArchiveProblem. */
export async function openUpload(name: string, bytes: Uint8Array): Promise<OpenedUpload> {
  const worker = new Worker(BOOT, {
    eval: true,
    workerData: { tsx: TSX, main: new URL('./worker.ts', import.meta.url).href, upload: { name, bytes } },
    execArgv: [],
  })
  const lost = new Promise<never>((_, reject) => {
    worker.once('error', reject).once('exit', (code) => {
      reject(new Error(`reading stopped with code ${code}`))
    })
  })
  // It may be lost while nobody waits for it: whoever asks next is told.
  lost.catch(() => undefined)
  const next = () =>
    Promise.race([
      lost,
      new Promise<Told>((resolve) => {
        worker.once('message', resolve)
      }),
    ])
  const first = await next()
  if (first.kind === 'opened')
    return {
      files: first.files,
      read: () => whole(worker, next),
      drop: async () => {
        await worker.terminate()
      },
    }
  await worker.terminate()
  throw first.kind === 'refused'
    ? new ArchiveProblem(first.problem)
    : new Error(first.kind === 'broken' ? first.problem : first.kind)
}

async function whole(worker: Worker, next: () => Promise<Told>): Promise<Collection> {
  const laws: Collection['laws'] = [],
    cases: Collection['cases'] = []
  try {
    for (;;) {
      const coming = next()
      worker.postMessage('more')
      const told = await coming
      switch (told.kind) {
        case 'piece':
          laws.push(...told.laws)
          cases.push(...told.cases)
          break
        case 'read':
          return { laws, cases, report: told.report }
        case 'opened':
        case 'refused':
          throw new Error(`reading said ${told.kind} twice`)
        case 'broken':
          throw new Error(told.problem)
        default:
          return told satisfies never
      }
    }
  } finally {
    await worker.terminate()
  }
}
