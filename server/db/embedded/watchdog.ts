import { spawn, type ChildProcess } from 'node:child_process'

/** A tiny process that stops the database when we die; for systems where the kernel cannot be asked to do it. */
export interface Watchdog {
  pid(): number | undefined
  dismiss(): void
}

/**
 * Starts a shell that waits on a pipe whose other end only we hold: however we die, the pipe closes and the shell
 * sends PostgreSQL its orderly stop. Should the shell itself be killed, another takes its place.
 */
export function watchdogFor(databasePid: number): Watchdog {
  let current: ChildProcess | undefined
  let dismissed = false
  const start = () => {
    if (dismissed) return
    current = spawn(
      '/bin/sh',
      ['-c', 'read -r order; [ "$order" = dismissed ] || kill -INT "$0"', String(databasePid)],
      {
        stdio: ['pipe', 'ignore', 'ignore'],
        detached: true, // out of the terminal's reach: Ctrl-C must not end it before us
        cwd: '/',
      },
    )
    current.on('exit', start)
    current.on('error', () => undefined)
    current.stdin?.on('error', () => undefined)
    current.unref()
  }
  start()
  return {
    pid: () => current?.pid,
    dismiss: () => {
      dismissed = true
      current?.stdin?.end('dismissed\n')
    },
  }
}
