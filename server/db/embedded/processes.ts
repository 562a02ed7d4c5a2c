import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'

const linux = process.platform === 'linux'

/** The first word of what `read` returns, or undefined when the process (or its folder in /proc) is gone. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function ps(pid: number, column: string): string | undefined {
  const text = attempt(() => execFileSync('ps', ['-p', String(pid), '-o', `${column}=`], { encoding: 'utf8' }).trim())
  return text === '' ? undefined : text
}

/**
 * A text that only this run of this process has; undefined when no such process lives.
 * A bare number is not enough: after a kill -9 the number may soon belong to somebody else.
 * A zombie (dead, not yet collected by its parent) counts as dead.
 */
export function identityOf(pid: number): string | undefined {
  if (!linux) return ps(pid, 'lstart')
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (stat === undefined) return undefined
  // The command name, in brackets, may itself contain spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? ''
  return `${boot}:${fields[19]}`
}

/** The number of the process that started this one (1 once that is dead). Known on Linux only. */
export function parentOf(pid: number): number | undefined {
  const status = linux ? attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) : undefined
  const found = /^PPid:\s+(\d+)/m.exec(status ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Whether the process is a command shell. Known on Linux only. */
export function isShell(pid: number): boolean {
  const name = linux ? attempt(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim()) : undefined
  return name !== undefined && /^(ba|da|a|z|k)?sh$/.test(name)
}

/** Whether the process is a PostgreSQL that works in this cluster folder (its postmaster or one of its children). */
export function runsPostgresOn(pid: number, clusterFolder: string): boolean {
  if (identityOf(pid) === undefined) return false
  const folder = attempt(() => realpathSync(clusterFolder)) ?? clusterFolder
  if (!linux) {
    const command = ps(pid, 'command') ?? ''
    return command.includes('postgres') && (command.includes(folder) || command.includes(clusterFolder))
  }
  const exe = attempt(() => readlinkSync(`/proc/${pid}/exe`))
  // After a reinstall the running program's file is gone and the kernel says so.
  if (exe === undefined || basename(exe.replace(/ \(deleted\)$/, '')) !== 'postgres') return false
  return attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === folder
}

/** Every PostgreSQL process that works in this cluster folder. Off Linux only the postmaster can be told, so: none. */
export function postgresProcessesOn(clusterFolder: string): number[] {
  if (!linux) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => runsPostgresOn(pid, clusterFolder))
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  attempt(() => process.kill(pid, name))
}
