import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseAccount, folderClosedTo, ownAccount } from './account.ts'
import { binariesFor } from './binaries.ts'
import { databaseName, ensureCluster, ownerRole, serverEnvironment, writeAccessFiles } from './cluster.ts'
import { clearLeftBehind, readPostmasterFile } from './left-behind.ts'
import { takeOwnerLock } from './owner-lock.ts'
import { canDieWithUs, invocation, type RunAs } from './run-as.ts'
import { asArguments, serverSettings } from './server-settings.ts'
import { socketFolder, socketPort } from './socket-folder.ts'
import { StartProblem } from './start-problem.ts'
import { watchdogFor, type Watchdog } from './watchdog.ts'

/** What node-postgres needs to connect. */
export interface Connection {
  host: string
  port: number
  user: string
  database: string
}

export interface EmbeddedDatabase {
  connection: Connection
  /** The same as an address. */
  url: string
  pid: number
  /** The process that stops the server when we die, where the kernel does not do it. */
  watchdogPid(): number | undefined
  /** Resolves when the server process ends, wanted or not. */
  ended: Promise<void>
  /** Orderly stop; waits until the server is gone. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  log: (line: string) => void
  /** Replaces single server settings; for tests and measurements. */
  settings?: Readonly<Record<string, string>>
  /** The `native` folder to use instead of the installed one; for tests. */
  programs?: string
  /** Do without setpriv even where it works; for tests. */
  useWatchdog?: boolean
}

const startLimitMs = 60_000
const stopLimitMs = 30_000
const largestLog = 5_000_000

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * Starts the PostgreSQL that comes with the npm packages on the data folder and waits until it answers.
 * One process per data folder. Throws StartProblem (one clear line) for what its operator can mend.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log } = options
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const lock = await takeOwnerLock(dataDir)
  try {
    const clusterFolder = join(dataDir, 'postgres')
    const how = runAs(dataDir, clusterFolder, options.useWatchdog !== true && canDieWithUs())
    const binaries = binariesFor(how.passThrough ? how.own : how.account, dataDir, options.programs)
    ensureCluster(dataDir, clusterFolder, binaries, how)
    await clearLeftBehind(clusterFolder, log)
    writeAccessFiles(clusterFolder, how)
    const socket = socketFolder(dataDir, how.account)
    const settings = {
      ...serverSettings,
      unix_socket_directories: socket.path,
      port: String(socketPort),
      ...options.settings,
    }
    const child = launch(
      binaries.postgres,
      ['-D', clusterFolder, ...asArguments(settings)],
      how,
      join(dataDir, 'postgres.log'),
    )
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const pid = await untilReady(child, clusterFolder, join(dataDir, 'postgres.log'))
    const watchdog = how.dieWithUs ? undefined : watchdogFor(pid)
    const stop = stopper(child, ended, watchdog, {
      before: lock.stopping,
      after: () => {
        socket.remove()
        lock.release()
      },
    })
    const connection = { host: socket.path, port: socketPort, user: ownerRole, database: databaseName }
    return { connection, url: addressOf(connection), pid, watchdogPid: () => watchdog?.pid(), ended, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The address form of a connection over a socket file. */
export function addressOf(connection: Connection): string {
  return `postgres://${connection.user}@${encodeURIComponent(connection.host)}:${connection.port}/${connection.database}`
}

function runAs(dataDir: string, clusterFolder: string, dieWithUs: boolean): RunAs {
  const own = ownAccount()
  const account = databaseAccount(own, clusterFolder)
  // The data folder itself is ours to open a crack; the folders above it are not.
  if (account.uid !== own.uid) chmodSync(dataDir, statSync(dataDir).mode | 0o011)
  const passThrough = account.uid !== own.uid && folderClosedTo(account, dataDir) !== undefined
  return { own, account, passThrough, dieWithUs }
}

function launch(program: string, args: string[], how: RunAs, logFile: string): ChildProcess {
  const { command, args: all, identity } = invocation(program, args, how)
  const output = openSync(logFile, sizeOf(logFile) > largestLog ? 'w' : 'a', 0o600)
  // Its own session: Ctrl-C in the terminal reaches us alone, and we stop the server after the last request is answered.
  const child = spawn(command, all, {
    ...identity,
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  return child
}

/** Waits for the server's own word that it is ready. Replay of the log after a crash is part of the wait. */
async function untilReady(child: ChildProcess, clusterFolder: string, logFile: string): Promise<number> {
  let failure: string | undefined
  child.once('error', (error) => (failure = error.message))
  child.once('exit', () => (failure ??= lastComplaint(logFile)))
  const until = performance.now() + startLimitMs
  while (performance.now() < until) {
    if (failure !== undefined) throw new StartProblem(`The database did not start: ${failure}`)
    const file = readPostmasterFile(clusterFolder)
    if (file?.ready && file.pid === child.pid) return file.pid
    await pause(10)
  }
  child.kill('SIGQUIT')
  throw new StartProblem(`The database was not ready after ${startLimitMs / 1000} seconds; see ${logFile}.`)
}

function lastComplaint(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? `see ${logFile}`
}

function stopper(
  child: ChildProcess,
  ended: Promise<void>,
  watchdog: Watchdog | undefined,
  call: { before(): void; after(): void },
): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const stop = async () => {
    call.before()
    watchdog?.dismiss()
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT')
      const firmer = setTimeout(() => child.kill('SIGQUIT'), stopLimitMs)
      await ended
      clearTimeout(firmer)
    }
    call.after()
  }
  return () => (stopping ??= stop())
}
