import { unzipSync } from 'fflate'
import { refusedBus, type BusReading } from './bus-data.ts'
import { readGtfs } from './gtfs.ts'

const WANTED = ['stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt', 'calendar.txt', 'frequencies.txt']
/** A county's timetable is some megabytes; an archive that grows beyond this is no timetable. */
const MOST_BYTES = 300_000_000
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** A timetable as companies hand it out: the files of GTFS in one archive. */
export function readGtfsZip(bytes: Uint8Array): BusReading {
  let size = 0
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.includes(nameOf(name))) return false
        size += originalSize
        return size <= MOST_BYTES
      },
    })
    return size > MOST_BYTES
      ? refusedBus('压缩包解开以后太大')
      : readGtfs(new Map(Object.entries(found).map(([name, file]) => [nameOf(name), file])))
  } catch {
    return refusedBus('压缩包打不开，可能没有下载完')
  }
}
