/** Lets so many jobs run at once; the others wait in the order in which they came. */
export class Turns {
  private readonly waiting: (() => void)[] = []
  private running = 0
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  async take<T>(job: () => Promise<T>): Promise<T> {
    // Whoever ends hands over its place, so that nobody slips in between.
    if (this.running < this.most) this.running += 1
    else
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
      })
    try {
      return await job()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running -= 1
    }
  }
}
