import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { counted, told } from './checks/count.mjs'
import { ensureChromium } from './setup/chromium.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { buildFaces } from './setup/faces.mjs'
import { checkNode } from './setup/node-version.mjs'
import { root, SetupProblem } from './setup/root.mjs'

const PROJECTS = ['unit', 'db', 'http', 'e2e']

/** One run of the test runner. */
function run(project, folder) {
  const report = join(folder, `${project}.json`)
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit' },
  )
  const found = reportIn(report)
  return { ...counted(found, status), lines: told(project, found, status) }
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Sets up what a bare machine lacks, checks, then runs all tests; what cannot be set up is one failure. */
async function results() {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-report-'))
  try {
    checkNode()
    process.chdir(root)
    installDependencies()
    process.env.CHROMIUM = ensureChromium()
    await buildFaces()
    const checked = await check()
    return [
      { ...checked, lines: checked.failed > 0 ? ['✗ npm run check: see above'] : [] },
      ...PROJECTS.map((project) => run(project, folder)),
    ]
  } catch (error) {
    console.error(error instanceof SetupProblem ? error.message : error)
    return [{ passed: 0, failed: 1, lines: [] }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// npm test. Ends with the names of what failed and one line that adds everything up.
const all = await results()
for (const line of all.flatMap(({ lines }) => lines)) console.log(line.replace(`${root}/`, ''))
const sum = (of) => all.reduce((n, result) => n + result[of], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
