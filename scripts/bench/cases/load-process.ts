import type { ReadyDraft } from './drafts.ts'
import { runFlow, STEPS, type Acknowledged, type FlowInput } from './flow.ts'
import { HttpConnection } from './http-client.ts'

/** The callers, in a process of their own so that measuring them and being them do not disturb each other. */
export interface LoadOrder extends FlowInput {
  port: number
  callers: number
  drafts: ReadyDraft[]
}
export interface LoadReport {
  elapsedMs: number
  /** of every acknowledged command */
  times: number[]
  timesByStep: Record<string, number[]>
  acknowledged: Acknowledged[]
  /** why callers stopped before the drafts were used up */
  stopped: string[]
  cpuMs: number
}

async function work({ port, callers, drafts, ...input }: LoadOrder): Promise<LoadReport> {
  const times: number[] = []
  const timesByStep: Record<string, number[]> = Object.fromEntries(STEPS.map((step) => [step, []]))
  const acknowledged: Acknowledged[] = []
  const stopped: string[] = []
  let next = 0
  const cpu = process.cpuUsage()
  const from = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async () => {
      const connection = new HttpConnection(port)
      try {
        while (next < drafts.length) {
          const turn = next++
          let step = 0
          await runFlow(connection, drafts[turn]!, turn, input, (done, ms) => {
            times.push(ms)
            timesByStep[STEPS[step++]!]!.push(ms)
            acknowledged.push(done)
          })
        }
      } catch (error) {
        stopped.push(error instanceof Error ? error.message : String(error))
      } finally {
        connection.close()
      }
    }),
  )
  const used = process.cpuUsage(cpu)
  return {
    elapsedMs: performance.now() - from,
    times,
    timesByStep,
    acknowledged,
    stopped,
    cpuMs: (used.user + used.system) / 1000,
  }
}

process.on('message', (order: LoadOrder) => {
  process.send?.('begun')
  void work(order).then((report) => process.send?.(report))
})
