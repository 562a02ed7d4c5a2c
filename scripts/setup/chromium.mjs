import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetupProblem } from './root.mjs'

// The shell without windows opens a page in half the time; whoever has only a whole browser is served as well.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))

/** The browser the journeys use: CHROMIUM_PATH, else one on the PATH. Undefined when there is none. */
export const findChromium = () => process.env.CHROMIUM_PATH || NAMES.map(onPath).find(Boolean)

const install = (packages, env) =>
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  }).status === 0

/** Finds Chromium, and on a Debian machine where we may, installs it with the tool that draws PDF pages and Chinese fonts. */
export function ensureChromium() {
  const missing = !findChromium() || !onPath('pdftoppm')
  if (missing && process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('installing Chromium, poppler-utils and a Chinese font from the distribution…')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    install(['poppler-utils', 'fonts-wqy-microhei'], env)
    if (!findChromium() && !install(['chromium-headless-shell'], env)) install(['chromium'], env)
  }
  const found = findChromium()
  if (!found) throw new SetupProblem('No Chromium found: install chromium or google-chrome, or set CHROMIUM_PATH.')
  process.env.CHROMIUM_PATH = found
  return found
}
