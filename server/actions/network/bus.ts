import { said } from '@fatong/casework/audit-words.ts'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { busState as stateRoute, importBus as importRoute } from '@fatong/contract/network/tables.ts'
import { BUS_HEADINGS, readBusTable } from '@fatong/network/bus/bus-table.ts'
import type { Mode } from '@fatong/network/roads/profiles/profile.ts'
import type { ServedFile } from '../../files/serving.ts'
import { administers } from '../administration/may.ts'
import { auditEntry } from '../audit-entry.ts'
import type { StaffCaller } from '../caller.ts'
import type { UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { wholeBody } from '../whole-body.ts'
import { neighbourhoodOf, onTheMap } from './known-positions.ts'

const MOST_BYTES = 60_000_000
const folderOf = ({ config }: Parts): string => join(config.dataDir, 'network')
const busFile = (parts: Parts): string => join(folderOf(parts), 'bus')
/** What was read of the file in use, beside it. */
const noteFile = (parts: Parts): string => join(folderOf(parts), 'bus.json')
type State = z.infer<typeof stateRoute.reply>
const NONE: State = { known: false, lines: 0, stops: 0, assumed: false, at: null }

async function stateIn(parts: Parts): Promise<State> {
  const note = await readFile(noteFile(parts), 'utf8').catch(() => undefined)
  return note === undefined ? NONE : (JSON.parse(note) as State)
}

/** Whether somebody may choose the bus: only where lines were given. */
export const travelKnown = async (parts: Parts, travel: Mode | undefined): Promise<boolean> =>
  travel !== 'bus' || (await stateIn(parts)).known
export const NO_BUS = { fields: { travel: '还没有导入公交线路，请先导入，或换一种出行方式' } }

/** Takes bus lines into use once they were read from beginning to end; a file that is no use leaves the old ones in place. */
export async function importBus(
  parts: Parts,
  caller: StaffCaller,
  { body }: UploadOf<typeof importRoute>,
): Promise<Outcome<z.infer<typeof importRoute.reply>>> {
  const right = administers(caller, 'places')
  if (!right.ok) {
    body.resume()
    return right
  }
  const bytes = await wholeBody(body, MOST_BYTES)
  if (!bytes) return failed('fileTooLarge')
  const kept = await linesOf(parts, bytes)
  if (typeof kept === 'string') return done({ lines: 0, stops: 0, assumed: false, problem: kept })
  await mkdir(folderOf(parts), { recursive: true })
  const aside = join(folderOf(parts), `incoming-${randomUUID()}`)
  try {
    await writeFile(aside, kept, { mode: 0o600 })
    const found = await parts.network.bus(aside)
    if (found.problem !== null) return done(found)
    await rename(aside, busFile(parts))
    const { problem: _none, ...read } = found
    await writeFile(noteFile(parts), JSON.stringify({ known: true, ...read, at: parts.clock.now() } satisfies State), {
      mode: 0o600,
    })
    parts.network.refresh()
    await parts.stores.oversight.add([
      auditEntry(parts, caller, {
        action: 'administer',
        subjectKind: 'bus',
        subjectId: 'bus',
        fields: [said(`导入 ${found.lines} 条线路`)],
      }),
    ])
    return done(found)
  } finally {
    await rm(aside, { force: true })
  }
}

/** A timetable archive and a map's answer as they came; a table as lines; a text says what is wrong with the table. */
async function linesOf(parts: Parts, bytes: Uint8Array): Promise<Uint8Array | string> {
  const archive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (archive && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('stop_times.txt')) return bytes
  if (bytes.find((byte) => byte > 32) === 0x7b) return bytes
  const { table, faults } = await parts.tables.read(bytes)
  if (!table) return faults.map(({ says }) => says).join('；')
  const reading = readBusTable(table, neighbourhoodOf(await onTheMap(parts)))
  return reading.outcome === 'read' ? Buffer.from(JSON.stringify({ lines: reading.bus })) : reading.says
}

export async function busState(parts: Parts, _caller: StaffCaller): Promise<Outcome<State>> {
  return done(await stateIn(parts))
}

export async function removeBus(parts: Parts, caller: StaffCaller): Promise<Outcome<Record<string, never>>> {
  const right = administers(caller, 'places')
  if (!right.ok) return right
  await Promise.all([rm(busFile(parts), { force: true }), rm(noteFile(parts), { force: true })])
  parts.network.refresh()
  await parts.stores.oversight.add([
    auditEntry(parts, caller, { action: 'administer', subjectKind: 'bus', subjectId: 'bus', fields: ['removed'] }),
  ])
  return done({})
}

const EXAMPLE = [
  ['1路（示例，请删去这些行）', '中川镇政府', '103.662', '36.552', 'WGS84', '20', ''],
  ['1路（示例，请删去这些行）', '芦井水村', '103.680', '36.560', 'WGS84', '', '6'],
]
/** The table that `importBus` reads, with two lines to follow. */
export async function busTemplate(parts: Parts, caller: StaffCaller): Promise<Outcome<ServedFile>> {
  const right = administers(caller, 'places')
  if (!right.ok) return right
  const { file, mediaType } = await parts.tables.write('xlsx', BUS_HEADINGS, EXAMPLE)
  return done({
    file,
    mediaType,
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent('公交线路模板.xlsx')}`,
    },
  })
}
