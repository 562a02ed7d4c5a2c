/** Lets at most so many callers work at once; the others wait, up to a number, in the order they came. */
export interface Turns {
  /** 'full' when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T | 'full'>
}

export function turns(atOnce: number, mostWaiting: number): Turns {
  let working = 0
  const waiting: (() => void)[] = []
  return {
    async run(work) {
      if (working >= atOnce) {
        if (waiting.length >= mostWaiting) return 'full'
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else working += 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else working -= 1
      }
    },
  }
}
