import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetupProblem } from './root.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const onPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((file) => existsSync(file))

/** The browser the journeys use: CHROMIUM_PATH, else one on the PATH. Undefined when there is none. */
export const findChromium = () => process.env.CHROMIUM_PATH || NAMES.map(onPath).find(Boolean)

/** Finds Chromium, and on a Debian machine where we may, installs it with the tool that draws PDF pages and Chinese fonts. */
export function ensureChromium() {
  const missing = !findChromium() || !onPath('pdftoppm')
  if (missing && process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('installing Chromium, poppler-utils and a Chinese font from the distribution…')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'poppler-utils', 'fonts-wqy-microhei'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  const found = findChromium()
  if (!found) throw new SetupProblem('No Chromium found: install chromium or google-chrome, or set CHROMIUM_PATH.')
  process.env.CHROMIUM_PATH = found
  return found
}
