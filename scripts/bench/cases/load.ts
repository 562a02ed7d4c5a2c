import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { LoadOrder, LoadReport } from './load-process.ts'

/** The process the callers live in. */
export class Load {
  private readonly child: ChildProcess = fork(join(import.meta.dirname, 'load-process.ts'), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })

  /** Gives the callers their work. Resolves when they have begun, with the report to come. */
  async begin(order: LoadOrder): Promise<{ report: Promise<LoadReport> }> {
    const { child } = this
    const next = <T>() =>
      new Promise<T>((resolve, reject) => {
        const lost = () => reject(new Error('the load process ended'))
        child.once('exit', lost)
        child.once('message', (message) => {
          child.off('exit', lost)
          resolve(message as T)
        })
      })
    const begun = next<'begun'>()
    child.send(order)
    await begun
    return { report: next<LoadReport>() }
  }

  async run(order: LoadOrder): Promise<LoadReport> {
    const report = await (await this.begin(order)).report
    if (report.stopped.length > 0) throw new Error(`a caller was stopped: ${report.stopped[0]}`)
    return report
  }

  stop(): void {
    this.child.kill()
  }
}
