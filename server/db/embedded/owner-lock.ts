import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { identityOf } from './processes.ts'
import { StartProblem } from './start-problem.ts'

/** Who may start the database of a data folder: one node process at a time. */
export interface OwnerLock {
  /** Tells those who wait that this process is on its way out. */
  stopping(): void
  release(): void
}

interface Owner {
  pid: number
  identity: string
  stopping?: boolean
}

/** How long to see whether a living owner is about to stop, and then how long its stop may take. */
const lookMs = 1_500
const stopMs = 40_000

const fileOf = (dataDir: string) => join(dataDir, 'server.pid')

/** The process that owns the data folder now, if it still lives. */
export function livingOwner(dataDir: string): Owner | undefined {
  let owner: Partial<Owner>
  try {
    owner = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Partial<Owner>
  } catch {
    return undefined // no file, or one that a crash left half written
  }
  if (typeof owner.pid !== 'number') return undefined
  return identityOf(owner.pid) === owner.identity ? (owner as Owner) : undefined
}

/**
 * Takes the data folder for this process; throws StartProblem when another living process has it and keeps it.
 * What a killed process left behind is taken over, and one that is just stopping is waited for.
 */
export async function takeOwnerLock(dataDir: string): Promise<OwnerLock> {
  const file = fileOf(dataDir)
  const mine: Owner = { pid: process.pid, identity: identityOf(process.pid) ?? '' }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      return {
        stopping: () => writeFileSync(file, JSON.stringify({ ...mine, stopping: true })),
        release: () => rmSync(file, { force: true }),
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = await ownerAfterWaiting(dataDir)
    if (owner !== undefined) {
      throw new StartProblem(
        `This data folder is already in use by process ${owner.pid}: ${dataDir}. Stop that one first, or set DATA_DIR to another folder.`,
      )
    }
    // Renaming first lets only one of two simultaneous starters remove the dead owner's file.
    const aside = `${file}.${process.pid}.old`
    try {
      renameSync(file, aside)
      rmSync(aside, { force: true })
    } catch {
      // the other starter was faster; look again
    }
  }
  throw new StartProblem(`Could not take the data folder ${dataDir}: its file server.pid keeps changing hands.`)
}

async function ownerAfterWaiting(dataDir: string): Promise<Owner | undefined> {
  const began = performance.now()
  for (;;) {
    const owner = livingOwner(dataDir)
    if (owner === undefined) return undefined
    if (performance.now() - began > (owner.stopping ? stopMs : lookMs)) return owner
    await pause(50)
  }
}
