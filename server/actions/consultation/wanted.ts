/**
 * Answers that a pure function may ask for before they are there: it sees `nothing` at first, the question is kept, and after
 * `fetch` it sees the answer. Questions are told apart by their JSON.
 */
export class Wanted<Question, Answer> {
  private readonly held = new Map<string, Answer>()
  private readonly missed = new Map<string, Question>()
  private readonly load: (questions: readonly Question[]) => Promise<readonly Answer[]>
  private readonly nothing: Answer

  /** `load` answers in the order it was asked. */
  constructor(load: (questions: readonly Question[]) => Promise<readonly Answer[]>, nothing: Answer) {
    this.load = load
    this.nothing = nothing
  }

  get misses(): boolean {
    return this.missed.size > 0
  }

  get(question: Question): Answer {
    const key = JSON.stringify(question)
    const answer = this.held.get(key)
    if (answer !== undefined || this.held.has(key)) return answer as Answer
    this.missed.set(key, question)
    return this.nothing
  }

  async fetch(): Promise<void> {
    const asked = [...this.missed]
    this.missed.clear()
    if (asked.length === 0) return
    const answers = await this.load(asked.map(([, question]) => question))
    for (const [at, [key]] of asked.entries()) this.held.set(key, answers[at] ?? this.nothing)
  }
}
