import type { QueueName } from './queues.ts'

let last: QueueName = 'mine'

/** The queue somebody came from is the one shown beside the case. */
export const rememberQueue = (name: QueueName): void => {
  last = name
}
export const lastQueue = (): QueueName => last
