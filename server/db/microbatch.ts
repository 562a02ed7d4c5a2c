interface Waiting<In, Out> {
  input: In
  resolve: (output: Out) => void
  reject: (error: unknown) => void
}

/**
 * Gathers calls: while `lanes` batches are under way, whatever arrives waits and leaves together in the next one.
 * Nobody waits for a timer: a batch leaves at the end of the current turn of the event loop. With `enough` it waits on
 * while every turn brings more, until so many are together; a lonely call then leaves one turn later.
 */
export class MicroBatch<In, Out> {
  private waiting: Waiting<In, Out>[] = []
  private flying = 0
  private scheduled = false
  private idle: (() => void)[] = []

  constructor(
    private readonly run: (inputs: In[]) => Promise<Out[]>,
    private readonly options: {
      max: number
      lanes: number
      enough?: number /** inputs for which this is true wait for the next batch */
      apart?: (input: In, batch: In[]) => boolean
    },
  ) {}

  call(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject })
      this.schedule()
    })
  }

  /** Resolves when nothing is waiting or under way. */
  async drained(): Promise<void> {
    while (this.flying > 0 || this.waiting.length > 0) await new Promise<void>((resolve) => this.idle.push(resolve))
  }

  private schedule(): void {
    if (this.scheduled || this.flying >= this.options.lanes || this.waiting.length === 0) return
    this.scheduled = true
    setImmediate(() => this.leave(0))
  }

  /** `before`: how many waited a turn ago. */
  private leave(before: number): void {
    const { enough = 0 } = this.options
    const now = this.waiting.length
    if (now > before && now < enough) {
      setImmediate(() => this.leave(now))
      return
    }
    this.scheduled = false
    void this.fly()
  }

  private async fly(): Promise<void> {
    if (this.flying >= this.options.lanes || this.waiting.length === 0) return
    const batch = this.take()
    this.flying += 1
    try {
      const outputs = await this.run(batch.map(({ input }) => input))
      batch.forEach(({ resolve }, i) => resolve(outputs[i]!))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    } finally {
      this.flying -= 1
      this.schedule()
      if (this.flying === 0 && this.waiting.length === 0) for (const wake of this.idle.splice(0)) wake()
    }
  }

  private take(): Waiting<In, Out>[] {
    const { max, apart } = this.options
    if (apart === undefined) return this.waiting.splice(0, max)
    const batch: Waiting<In, Out>[] = []
    const inputs: In[] = []
    const rest: Waiting<In, Out>[] = []
    for (const one of this.waiting) {
      if (batch.length >= max || apart(one.input, inputs)) rest.push(one)
      else {
        batch.push(one)
        inputs.push(one.input)
      }
    }
    this.waiting = rest
    return batch
  }
}
