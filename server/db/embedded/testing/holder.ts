import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { identityOf } from '../processes.ts'

/** A process of its own that keeps a database open, or says why it could not. */
export interface Holder {
  process: ChildProcess
  word: { pid: number; url: string; watchdogPid?: number; problem?: string }
}

export async function holdOpen(dataDir: string, guard: 'setpriv' | 'watchdog' = 'setpriv'): Promise<Holder> {
  const script = new URL('hold-open.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, guard], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { process: child, word: JSON.parse(line) as Holder['word'] }
}

/** kill -9, and wait until the process is gone. */
export async function killHard(holder: Holder): Promise<void> {
  if (holder.process.exitCode !== null || holder.process.signalCode !== null) return
  const gone = once(holder.process, 'exit')
  holder.process.kill('SIGKILL')
  await gone
}

/** Waits until the process is gone; false when it is still there after the limit. */
export async function goneWithin(pid: number, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs
  while (identityOf(pid) !== undefined) {
    if (performance.now() > until) return false
    await pause(20)
  }
  return true
}

/** Processes that guard the database with this id (Linux). */
export function watchdogsOf(databasePid: number): string[] {
  const words = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    } catch {
      return []
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const [program, , order, guarded] = words(pid)
      return program === '/bin/sh' && order?.startsWith('read -r order') && guarded === String(databasePid)
    })
}
