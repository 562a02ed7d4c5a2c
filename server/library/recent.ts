/** What was asked for lately, by key; the oldest go first. */
export class Recent<Value> {
  private readonly held = new Map<string, Value>()
  constructor(private readonly most: number) {}

  has(key: string): boolean {
    return this.held.has(key)
  }

  get(key: string): Value | undefined {
    return this.held.get(key)
  }

  /** Keeps it as the newest, in the place of what stood behind the key. */
  keep(key: string, value: Value): void {
    this.held.delete(key)
    this.held.set(key, value)
    for (const oldest of this.held.keys()) {
      if (this.held.size <= this.most) return
      this.held.delete(oldest)
    }
  }

  drop(key: string, value: Value): void {
    if (this.held.get(key) === value) this.held.delete(key)
  }

  /** Other things may stand behind the same keys. */
  forget(): void {
    this.held.clear()
  }
}

/** `ask`, not asked again for what was asked lately, nor while the first answer is on its way. What fails is forgotten at once. */
export function askedOnce<Input extends readonly unknown[], Answer>(
  recent: Recent<Promise<Answer>>,
  ask: (...input: Input) => Promise<Answer>,
): (...input: Input) => Promise<Answer> {
  return (...input) => {
    const key = JSON.stringify(input),
      known = recent.get(key)
    const answer = known ?? ask(...input)
    recent.keep(key, answer)
    if (known === undefined) answer.catch(() => recent.drop(key, answer))
    return answer
  }
}
