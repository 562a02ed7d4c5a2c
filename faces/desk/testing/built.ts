/// <reference types="node" />
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
let building: Promise<unknown> | undefined

/** The desk as it is shipped, built once for all journeys of a run. */
export async function builtDesk(): Promise<string> {
  building ??= build({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), logLevel: 'warn' })
  await building
  return dist
}
