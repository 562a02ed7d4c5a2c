import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that start a service or a database of their own take longest: first, so that none of them runs on alone at the end. */
const LONGEST = /^(journeys|scripts|server\/(db|seed|start|security))\//
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files),
      long = (file: TestSpecification) => LONGEST.test(relative(import.meta.dirname, file.moduleId))
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))]
  }
}

// One runner for everything; the kind of a test is its suffix.
const project = (
  name: string,
  timeout: number,
  { globalSetup = ['server/db/testing/server.ts'], retry = 0 }: { globalSetup?: string[]; retry?: number } = {},
) => ({
  test: {
    name,
    include: [`**/*.${name}.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**', '**/data/**'],
    testTimeout: timeout,
    hookTimeout: 120_000,
    globalSetup,
    // A browser on a crowded machine drops a click now and then. `npm test` lists what passed at the second try only: it is a fault to look for.
    retry,
    // What is waited for arrives at once on an idle machine; only a crowded one needs more than the second that is the default.
    expect: { poll: { timeout: 30_000 } },
    // Files of one worker share the modules they import: loading the service anew for each of 200 files was half of the unit tests' time.
    isolate: false,
  },
})

export default defineConfig({
  test: {
    // Every file has its own database, folders, ports and browser, so files run side by side; a browser and a server are a core's work.
    maxWorkers: Math.min(availableParallelism(), 4),
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', 30_000, { globalSetup: [] }),
      project('db', 120_000),
      project('http', 120_000),
      project('e2e', 600_000, { globalSetup: ['scripts/setup/built-faces.ts'], retry: 1 }),
    ],
  },
})
