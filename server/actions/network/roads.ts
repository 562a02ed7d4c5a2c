import { said } from '@fatong/casework/audit-words.ts'
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { z } from 'zod'
import type { importRoads as importRoute, roadsState as stateRoute } from '@fatong/contract/network/tables.ts'
import { administers } from '../administration/may.ts'
import { auditEntry } from '../audit-entry.ts'
import type { StaffCaller } from '../caller.ts'
import type { UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import { forgetWays } from '../casework/ways-to-case.ts'
import type { Parts } from '../parts.ts'

const folderOf = ({ config }: Parts): string => join(config.dataDir, 'network')
const roadsFile = (parts: Parts): string => join(folderOf(parts), 'roads')

/** Takes roads into use once they were read from beginning to end; a file that is no use leaves the old ones in place. */
export async function importRoads(
  parts: Parts,
  caller: StaffCaller,
  { body }: UploadOf<typeof importRoute>,
): Promise<Outcome<z.infer<typeof importRoute.reply>>> {
  const right = administers(caller, 'places')
  if (!right.ok) {
    body.resume()
    return right
  }
  await mkdir(folderOf(parts), { recursive: true })
  const aside = join(folderOf(parts), `incoming-${randomUUID()}`)
  try {
    if (!(await written(body, aside, parts.config.uploadMaxBytes))) return failed('fileTooLarge')
    const found = await parts.network.roads(aside)
    if (found.problem !== null) return done(found)
    await rename(aside, roadsFile(parts))
    parts.network.refresh()
    forgetWays(parts)
    await parts.stores.oversight.add([
      auditEntry(parts, caller, {
        action: 'administer',
        subjectKind: 'roads',
        subjectId: 'roads',
        fields: [said(`导入 ${found.ways} 段路`)],
      }),
    ])
    return done(found)
  } finally {
    await rm(aside, { force: true })
  }
}

async function written(body: Readable, file: string, mostBytes: number): Promise<boolean> {
  let bytes = 0
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > mostBytes) throw new TooLarge()
      yield chunk
    }
  }
  try {
    await pipeline(body, counted, createWriteStream(file, { mode: 0o600 }))
    return true
  } catch (error) {
    if (error instanceof TooLarge) return false
    throw error
  }
}
class TooLarge extends Error {}

export async function roadsState(
  parts: Parts,
  _caller: StaffCaller,
): Promise<Outcome<z.infer<typeof stateRoute.reply>>> {
  const found = await stat(roadsFile(parts)).catch(() => undefined)
  return done({ known: found !== undefined, bytes: found?.size ?? 0, at: found ? Math.round(found.mtimeMs) : null })
}

export async function removeRoads(parts: Parts, caller: StaffCaller): Promise<Outcome<Record<string, never>>> {
  const right = administers(caller, 'places')
  if (!right.ok) return right
  await rm(roadsFile(parts), { force: true })
  parts.network.refresh()
  forgetWays(parts)
  await parts.stores.oversight.add([
    auditEntry(parts, caller, { action: 'administer', subjectKind: 'roads', subjectId: 'roads', fields: ['removed'] }),
  ])
  return done({})
}
