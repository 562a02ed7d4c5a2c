import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { LngLat } from '@fatong/network/geo/position.ts'
import type { RoadMode } from '@fatong/network/roads/profiles/profile.ts'

const COSTING: Record<RoadMode, string> = { car: 'auto', ebike: 'bicycle', walk: 'pedestrian' }

export type EngineTimes = (mode: RoadMode, from: LngLat, to: LngLat) => Promise<number | undefined>

/** Builds the engine's own tiles from the same file in `folder`; answers what stands in the way where it cannot run. */
export async function routingEngine(
  roadFile: string,
  folder: string,
): Promise<{ ran: true; seconds: EngineTimes } | { ran: false; why: string }> {
  const home = dirname(createRequire(import.meta.url).resolve('@valhallajs/valhallajs'))
  const cli = join(home, 'bin', 'valhalla-cli.js')
  const config = spawnSync(process.execPath, [cli, 'build_config', '--mjolnir-tile-dir', join(folder, 'tiles')], {
    encoding: 'utf8',
  })
  if (config.status !== 0) return { ran: false, why: `no settings: ${config.stderr}` }
  const file = join(folder, 'config.json')
  writeFileSync(file, quiet(config.stdout))
  // It leaves notes where it stands.
  const built = spawnSync(process.execPath, [cli, 'build_tiles', '-c', file, resolve(roadFile)], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (built.status !== 0) return { ran: false, why: `no tiles: ${built.stderr.slice(-300)}` }
  const { Actor } = await import('@valhallajs/valhallajs')
  const actor = new Actor(readFileSync(file, 'utf8'))
  const seconds: EngineTimes = async (mode, from, to) => {
    const place = ({ lng, lat }: LngLat) => ({ lat, lon: lng })
    try {
      // As text: it sometimes leaves out a heading, and then the whole is no JSON.
      const answer = await actor.matrix(
        JSON.stringify({ sources: [place(from)], targets: [place(to)], costing: COSTING[mode] }),
      )
      const time = /"time":(\d+)/.exec(answer)?.[1]
      return time === undefined ? undefined : Number(time)
    } catch (error) {
      // It throws where it finds no way.
      if (error instanceof Error && error.message.includes('No path')) return undefined
      throw error
    }
  }
  return { ran: true, seconds }
}

/** Standard output is for our figures: the engine logs nowhere. */
function quiet(settings: string): string {
  const silenced: unknown = JSON.parse(settings, (key, value: unknown) => {
    if (key === 'logging') return { type: '', color: false }
    return key === 'tile_extract' || key === 'traffic_extract' ? undefined : value
  })
  return JSON.stringify(silenced)
}
