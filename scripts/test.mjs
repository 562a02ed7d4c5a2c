import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { ensureChromium } from './setup/chromium.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { buildFaces } from './setup/faces.mjs'
import { checkNode } from './setup/node-version.mjs'
import { root, runScript } from './setup/root.mjs'

const PROJECTS = ['unit', 'db', 'http', 'e2e']

/** One run of the test runner; what it counted, or one failure when it broke off or ran nothing. */
function run(project, folder) {
  const report = join(folder, `${project}.json`)
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { cwd: root, stdio: 'inherit' })
  try {
    const { numPassedTests: passed, numFailedTests, numFailedTestSuites, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
    const failed = Math.max(numFailedTests, numFailedTests === 0 && (numFailedTestSuites > 0 || status !== 0 || numTotalTests === 0) ? 1 : 0)
    return { passed, failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

// npm test: sets up what a bare machine lacks, checks, then runs all tests. Ends with one line that adds everything up.
await runScript(async () => {
  checkNode()
  process.chdir(root)
  installDependencies()
  ensureChromium()
  await buildFaces()
  const folder = mkdtempSync(join(tmpdir(), 'fatong-test-'))
  const results = [check(), ...PROJECTS.map((project) => run(project, folder))]
  rmSync(folder, { recursive: true, force: true })
  const sum = (of) => results.reduce((n, result) => n + result[of], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
})
