import { parentPort, workerData } from 'node:worker_threads'
import { answering } from './answer.ts'
import type { NetworkOrder } from './orders.ts'
import { Ways } from './ways.ts'

/** The thread that computes circles and sites; `roadsFile` and `busFile` are what the operator imported last, if anything. */
const { roadsFile, busFile } = workerData as { roadsFile?: string; busFile?: string }
const answer = answering(new Ways(roadsFile, busFile))

parentPort?.on('message', ({ id, order }: { id: number; order: NetworkOrder }) => {
  answer(order).then(
    (done) => {
      parentPort?.postMessage({ id, done })
    },
    (error: unknown) => {
      parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) })
    },
  )
})
